import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ExpiringLotView {
  @ApiProperty() lotId!: string;
  @ApiPropertyOptional({ description: 'Title of the plan that gave it.' }) planTitle?: string;
  @ApiProperty({ description: 'Letter of TUIR art. 51.' }) letter!: string;
  @ApiProperty({ description: 'Left to spend, in euro cents; 0 of hours.' }) freeCents!: number;
  @ApiPropertyOptional({ description: 'Left to spend, in minutes, of a lot of hours.' }) freeMinutes?: number;
  @ApiProperty({ format: 'date', description: 'Last day, in Rome.' }) lastDay!: string;
  @ApiProperty({ description: 'Days to it; 0 on the day itself.' }) daysLeft!: number;
}

class ForecastView {
  @ApiProperty({ description: 'Euro cents left to spend today.' }) freeCents!: number;
  @ApiProperty({ description: 'Euro cents spent or held.' }) usedCents!: number;
  @ApiProperty({ description: 'Euro cents that would expire unspent at the pace so far.' }) leftCents!: number;
}

export class PlanForecastView extends ForecastView {
  @ApiPropertyOptional() planId?: string;
  @ApiPropertyOptional() planTitle?: string;
  @ApiProperty({ description: 'Euro cents of thirty days at the pace so far.' }) monthlyCents!: number;
  @ApiProperty({ format: 'date' }) since!: string;
  @ApiProperty({ format: 'date' }) until!: string;
  @ApiProperty({ description: 'Whether there was time enough to see a pace: thirty days.' }) isSure!: boolean;
}

export class ExpiriesView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'Whether mails are sent before credit expires.' }) remindersWanted!: boolean;
  @ApiProperty({ type: [Number], description: 'How many days before.' }) reminderDays!: number[];
  @ApiProperty({ type: [ExpiringLotView], description: 'What expires first is first.' }) lots!: ExpiringLotView[];
  @ApiProperty({ type: [PlanForecastView] }) forecasts!: PlanForecastView[];
}

export class FirmPlanForecastView extends ForecastView {
  @ApiProperty({ type: [String], description: 'Several where plans of too few people are added up.' }) planTitles!: string[];
  @ApiProperty() people!: number;
}

export class FirmForecastView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'Of fewer people nothing is told.' }) leastPeople!: number;
  @ApiProperty({ type: [FirmPlanForecastView] }) plans!: FirmPlanForecastView[];
  @ApiProperty({ description: 'Whether something is left out for being of too few people.' }) isHiding!: boolean;
  @ApiProperty({ description: 'False where the firm has more people than are added up.' }) isComplete!: boolean;
}
