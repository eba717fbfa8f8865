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

class HoursForecastView {
  @ApiProperty({ description: 'Minutes left to spend today.' }) freeMinutes!: number;
  @ApiProperty({ description: 'Minutes spent or held.' }) usedMinutes!: number;
  @ApiProperty({ description: 'Minutes that would expire unspent at the pace so far.' }) leftMinutes!: number;
}

export class PlanHoursForecastView extends HoursForecastView {
  @ApiPropertyOptional() planId?: string;
  @ApiPropertyOptional() planTitle?: string;
  @ApiProperty({ description: 'Minutes of thirty days at the pace so far.' }) monthlyMinutes!: number;
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
  @ApiProperty({ type: [PlanHoursForecastView], description: 'Of credit in hours, by its own pace; never added to euros.' }) hourForecasts!: PlanHoursForecastView[];
}

export class FirmPlanForecastView extends ForecastView {
  @ApiProperty({ type: [String], description: 'Several where plans of too few people are added up.' }) planTitles!: string[];
  @ApiProperty() people!: number;
}

export class FirmPlanHoursForecastView extends HoursForecastView {
  @ApiProperty({ type: [String], description: 'Several where plans of too few people are added up.' }) planTitles!: string[];
  @ApiProperty() people!: number;
}

export class FirmForecastView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'Of fewer people nothing is told.' }) leastPeople!: number;
  @ApiProperty({ type: [FirmPlanForecastView] }) plans!: FirmPlanForecastView[];
  @ApiProperty({ type: [FirmPlanHoursForecastView], description: 'Of credit in hours: of so many people who have hours.' }) hours!: FirmPlanHoursForecastView[];
  @ApiProperty({ description: 'Whether something is left out for being of too few people.' }) isHiding!: boolean;
  @ApiProperty({ description: 'False where the firm has more people than are added up.' }) isComplete!: boolean;
}
