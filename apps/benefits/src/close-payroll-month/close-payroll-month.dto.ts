import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { Matches } from 'class-validator';

export class ClosePayrollMonthDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ description: '`YYYY-MM`: this month, or one that is over; later than every month closed before.' })
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/)
  month!: string;
}

export class PayrollClosingsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

export class PayrollClosingView {
  @ApiProperty() closingId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'A firm’s closings count from 1.' }) number!: number;
  @ApiProperty({ description: '`YYYY-MM`.' }) month!: string;
  @ApiProperty({ format: 'date-time' }) closedAt!: string;
  @ApiProperty({ description: 'People with something in the month itself.' }) people!: number;
  @ApiProperty({ description: 'To be paid with the payroll of the month, in euro cents.' }) reimbursedCents!: number;
  @ApiProperty({ description: 'Bought with credit in the month: nothing to pay, in euro cents.' }) inKindCents!: number;
  @ApiPropertyOptional({ description: 'To pension and health funds in the month: paid as people asked, and to be paid where credit was left. Euro cents.' }) pensionCents?: number;
  @ApiPropertyOptional({ description: 'Premiums paid in money with the payroll of the month, gross, in euro cents.' }) premiumCents?: number;
  @ApiPropertyOptional({ description: 'Of meal vouchers of the month, above what a day exempts: taxable, in euro cents.' }) mealExcessCents?: number;
  @ApiProperty({ description: 'Lines that change or complete months before.' }) corrections!: number;
  @ApiProperty({ description: 'What they come to, in euro cents; may be negative.' }) correctedCents!: number;
}

export class PayrollClosingPage {
  @ApiProperty({ type: [PayrollClosingView] }) items!: PayrollClosingView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
