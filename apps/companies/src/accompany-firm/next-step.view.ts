import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AccompanimentStepView } from './step.view';

export class NextStepView {
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['to-do', 'under-way'] }) stage!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The first day that is due of the step and of what it is done with.' }) dueOn?: string;
  @ApiProperty({ description: 'Whether that day is over.' }) late!: boolean;
}

/** The step that is to be gone next: of those under way the one that is due first, otherwise the first whose own conditions hold. */
export function nextStepOf(steps: readonly AccompanimentStepView[], today: string): NextStepView | undefined {
  const done = new Set(steps.filter(({ stage }) => stage === 'done').map(({ code }) => code));
  const underWay = steps.filter(({ stage }) => stage === 'under-way').sort((a, b) => (dueDay(a)! < dueDay(b)! ? -1 : 1));
  const next = underWay[0] ?? steps.find(({ stage, after }) => stage === 'to-do' && after.every((code) => done.has(code)));
  if (!next) return undefined;
  const { code, title, stage } = next;
  const due = stage === 'under-way' ? dueDay(next) : undefined;
  return { code, title, stage, ...(due === undefined ? {} : { dueOn: due }), late: due !== undefined && due < today };
}

/** The first day that is still due of a step and its deliverables. */
const dueDay = ({ dueOn, deliverables }: AccompanimentStepView): string | undefined =>
  [dueOn, ...deliverables.map((one) => (one.handedInOn === undefined ? one.dueOn : undefined))].filter((day) => day !== undefined).sort()[0];
