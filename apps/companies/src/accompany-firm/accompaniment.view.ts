import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Accompaniment, BegunStep } from '../domain/accompaniment';
import { dueOn, stepOn, STEPS, type AccompanimentStep } from './accompaniment-steps.table';

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

export class AccompanimentView {
  @ApiProperty() firmId!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Missing before the first step is begun.' }) startedOn?: string;
  @ApiProperty({ type: [AccompanimentStepView] }) steps!: AccompanimentStepView[];
}

export class StepChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty() step!: string;
  @ApiProperty({ format: 'date', description: 'The day that was written down.' }) day!: string;
}

/** A firm's path on a day in Rome: every step in force, begun or not. */
export const accompanimentView = (firmId: string, state: Accompaniment, today: string): AccompanimentView => ({
  firmId,
  ...(state.status === 'absent' ? {} : { startedOn: state.startedOn }),
  steps: STEPS.flatMap((code) => {
    const step = stepOn(code, today);
    return step === undefined ? [] : [stepView(step, state.status === 'absent' ? undefined : state.steps[code], today)];
  }),
});

function stepView({ code, title, after, deliverables }: AccompanimentStep, begun: BegunStep | undefined, today: string): AccompanimentStepView {
  const { handedIn = {}, ...facts } = begun ?? { handedIn: {} };
  const stage = begun === undefined ? 'to-do' : begun.doneOn === undefined ? 'under-way' : 'done';
  return {
    code,
    title,
    stage,
    after: [...after],
    ...facts,
    deliverables: deliverables.map((one) => {
      const [on, due] = [handedIn[one.code], dueOn(one, handedIn)];
      return { code: one.code, title: one.title, ...(on === undefined ? {} : { handedInOn: on }), ...(due === undefined ? {} : { dueOn: due }), late: due !== undefined && (on ?? today) > due };
    }),
  };
}
