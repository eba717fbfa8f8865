import { ApiProperty } from '@nestjs/swagger';
import type { Repayment } from '../domain/recovery';

export class OwedView {
  @ApiProperty({ description: 'Euro cents.' }) principalCents!: number;
  @ApiProperty({ description: 'Up to the day named, in euro cents.' }) interestCents!: number;
}

export class RepaymentView extends OwedView {
  @ApiProperty({ format: 'date', description: 'Day in Rome.' }) paidOn!: string;
  @ApiProperty({ description: 'Reference of the firm’s payment.' }) proof!: string;
}

export class RecordedRepaymentView extends RepaymentView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty({ type: OwedView, description: 'What is owed behind it, on its day.' }) left!: OwedView;
}

/** What a firm owes of its grant, and what it paid back. */
export class RecoveryView extends OwedView {
  @ApiProperty() allotmentId!: string;
  @ApiProperty({ format: 'date', description: 'Today in Rome: the day up to which it is reckoned.' }) day!: string;
  @ApiProperty({ type: [RepaymentView], description: 'Oldest first.' }) repayments!: RepaymentView[];
}

export const repaymentView = ({ on: paidOn, ...repayment }: Repayment): RepaymentView => ({ paidOn, ...repayment });
