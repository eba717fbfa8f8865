import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class PurchasePlaceView {
  @ApiProperty({ description: 'Belfiore code of the firm’s seat; empty where it isn’t known.' }) municipality!: string;
  @ApiProperty() purchases!: number;
  @ApiProperty({ description: 'Euro cents.' }) cents!: number;
}

export class PurchaseOutcomeView {
  @ApiProperty({ description: 'Firms of which somebody bought with the incentive.' }) firms!: number;
  @ApiProperty({ description: 'People who did.' }) people!: number;
  @ApiProperty({ description: 'Purchases that got something and didn’t give it back.' }) purchases!: number;
  @ApiProperty({ description: 'Incentive, in euro cents.' }) cents!: number;
  @ApiProperty({ type: [PurchasePlaceView] }) byMunicipality!: PurchasePlaceView[];
}

/** What another rule would have given to the purchases that were really asked for. Nothing is changed by it. */
export class PurchaseTrialView {
  @ApiProperty({ type: PurchaseOutcomeView }) actual!: PurchaseOutcomeView;
  @ApiProperty({ type: PurchaseOutcomeView }) tried!: PurchaseOutcomeView;
  @ApiProperty({ description: 'Purchases that were decided again.' }) decisions!: number;
  @ApiProperty({ description: 'Purchases from before it was recorded what quotes rest on: not tried.' }) notTried!: number;
  @ApiProperty({ description: 'False where the journal is longer than what is read.' }) isWhole!: boolean;
  @ApiProperty({ type: [String], description: 'What a trial can’t know, in Italian.' }) limits!: string[];
}

/** One line of the answer: how far the trial has come, or its result, which is the last one. */
export class PurchaseTrialLineView {
  @ApiPropertyOptional({ description: 'Purchases decided again so far.' }) decisions?: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When what was read last was decided.' }) upTo?: string;
  @ApiPropertyOptional({ type: PurchaseTrialView }) result?: PurchaseTrialView;
}
