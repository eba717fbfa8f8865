import { ApiProperty } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { IsIn, Matches } from 'class-validator';
import type { StepOwner } from '../domain/accompaniment';
import { DELIVERABLES } from './accompaniment-steps.table';

const OWNERS: StepOwner[] = ['firm', 'adviser', 'association', 'office'];

export class BeginStepDto {
  @ApiProperty({ enum: OWNERS, description: 'Who answers for the step.' })
  @IsIn(OWNERS)
  owner!: StepOwner;

  @ApiProperty({ format: 'date', description: 'Not in the future.' })
  @Matches(DATE)
  begunOn!: string;

  @ApiProperty({ format: 'date', description: 'When it should be done.' })
  @Matches(DATE)
  dueOn!: string;
}

export class HandInDto {
  @ApiProperty({ enum: DELIVERABLES, description: 'One of those of the step.' })
  @IsIn(DELIVERABLES as string[])
  deliverable!: string;

  @ApiProperty({ format: 'date', description: 'Its day, e.g. of the signing or of the deposit; not in the future.' })
  @Matches(DATE)
  on!: string;
}

export class CompleteStepDto {
  @ApiProperty({ format: 'date', description: 'Not in the future.' })
  @Matches(DATE)
  doneOn!: string;
}
