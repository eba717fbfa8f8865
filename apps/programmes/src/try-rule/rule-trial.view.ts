import { ApiProperty } from '@nestjs/swagger';

export class RulePlaceView {
  @ApiProperty({ description: 'Belfiore code; empty where it isn’t known.' }) municipality!: string;
  @ApiProperty() firms!: number;
  @ApiProperty({ description: 'Euro cents.' }) cents!: number;
}

export class RuleOutcomeView {
  @ApiProperty({ description: 'Firms with a grant.' }) firms!: number;
  @ApiProperty({ description: 'Granted less given back, in euro cents.' }) cents!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Attempts that were refused, by code.' }) refusals!: Record<string, number>;
  @ApiProperty({ type: [RulePlaceView] }) byMunicipality!: RulePlaceView[];
}

/** What another rule would have done with the applications that really came. Nothing is changed by it. */
export class RuleTrialView {
  @ApiProperty({ type: RuleOutcomeView }) actual!: RuleOutcomeView;
  @ApiProperty({ type: RuleOutcomeView }) tried!: RuleOutcomeView;
  @ApiProperty({ type: [String], description: 'Firms with a grant under the other rule alone; at most 1,000.' }) gained!: string[];
  @ApiProperty({ type: [String], description: 'Firms with a grant in reality alone; at most 1,000.' }) lost!: string[];
  @ApiProperty({ description: 'Decisions that were tried.' }) decisions!: number;
  @ApiProperty({ description: 'Decisions from before their facts were recorded, or beyond what is read: not tried.' }) notTried!: number;
  @ApiProperty({ type: [String], description: 'What a trial can’t know, in Italian.' }) limits!: string[];
}
