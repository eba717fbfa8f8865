import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Accompaniment, BegunStep } from '../domain/accompaniment';
import { NextStepView, nextStepOf } from './next-step.view';
import { AccompanimentStepView } from './step.view';
import { dueOn, stepOn, STEPS, type AccompanimentStep } from './accompaniment-steps.table';

export class AccompanimentView {
  @ApiProperty() firmId!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Missing before the first step is begun.' }) startedOn?: string;
  @ApiProperty({ type: [AccompanimentStepView] }) steps!: AccompanimentStepView[];
  @ApiPropertyOptional({ type: NextStepView, description: 'What is to be done next; missing where everything is done.' }) nextStep?: NextStepView;
}

export class StepChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty() step!: string;
  @ApiProperty({ format: 'date', description: 'The day that was written down.' }) day!: string;
}

/** A firm's path on a day in Rome: every step in force, begun or not. */
export function accompanimentView(firmId: string, state: Accompaniment, today: string): AccompanimentView {
  const steps = STEPS.flatMap((code) => {
    const step = stepOn(code, today);
    return step === undefined ? [] : [stepView(step, state.status === 'absent' ? undefined : state.steps[code], today)];
  });
  const nextStep = nextStepOf(steps, today);
  return { firmId, ...(state.status === 'absent' ? {} : { startedOn: state.startedOn }), steps, ...(nextStep === undefined ? {} : { nextStep }) };
}

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
