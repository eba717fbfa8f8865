import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class DeliverableView {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The day of it, once it is there.' }) handedInOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'The last day on which it is in time, where the rules say so.' }) dueOn?: string;
  @ApiProperty({ description: 'Whether it came after that day, or that day is over without it.' }) late!: boolean;
}

export class AccompanimentStepView {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['to-do', 'under-way', 'done'] }) stage!: string;
  @ApiProperty({ type: [String], description: 'Steps that must be done before it is begun.' }) after!: string[];
  @ApiPropertyOptional({ enum: ['firm', 'adviser', 'association', 'office'] }) owner?: string;
  @ApiPropertyOptional({ format: 'date' }) begunOn?: string;
  @ApiPropertyOptional({ format: 'date' }) dueOn?: string;
  @ApiPropertyOptional({ format: 'date' }) doneOn?: string;
  @ApiProperty({ type: [DeliverableView] }) deliverables!: DeliverableView[];
}
