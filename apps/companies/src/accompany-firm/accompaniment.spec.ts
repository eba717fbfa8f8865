import { accompanimentDeliverableHandedIn, accompanimentStarted, accompanimentStepBegun, accompanimentStepCompleted } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import { accompaniment } from '../domain/accompaniment';
import { accompanimentView } from './accompaniment.view';
import { beginStepSlice } from './begin-step.decider';
import { completeStepSlice } from './complete-step.decider';
import { handInSlice } from './hand-in.decider';

const paths = { ...accompaniment, slices: [beginStepSlice, handInSlice, completeStepSlice] };
const ids = { accompanimentId: 'acm_00000000000000000000000000', firmId: 'com_a' };
const facts = { owner: 'adviser' as const, begunOn: '2026-02-01', dueOn: '2026-03-31' };
const started = accompanimentStarted.of({ ...ids, startedOn: '2026-02-01' });
const begun = (step: string) => accompanimentStepBegun.of({ ...ids, step, ...facts });
const handedIn = (step: string, deliverable: string, handedInOn: string) => accompanimentDeliverableHandedIn.of({ ...ids, step, deliverable, handedInOn });
const done = (step: string, doneOn: string) => accompanimentStepCompleted.of({ ...ids, step, doneOn });
const begin = (step: string, ...after: string[]) => ({ type: 'begin-step', data: { firmId: 'com_a', step, after, ...facts } });
const handIn = (step: string, deliverable: string, on: string, of?: string) => ({ type: 'hand-in', data: { step, deliverable, on, ...(of === undefined ? {} : { of }) } });
const complete = (step: string, doneOn: string, ...deliverables: string[]) => ({ type: 'complete-step', data: { step, doneOn, deliverables } });
const analysis = [started, begun('needs-analysis'), handedIn('needs-analysis', 'survey-results', '2026-02-20'), done('needs-analysis', '2026-02-21')];
const bargaining = [...analysis, begun('bargaining')];
const signed = [...bargaining, handedIn('bargaining', 'agreement', '2026-03-01')];

describe('the path of a firm to its plan', () => {
  it('begins with its first step, and each step once', () => {
    given(paths).when(begin('needs-analysis')).then([started, begun('needs-analysis')]);
    given(paths, analysis).when(begin('plan', 'needs-analysis')).then([begun('plan')]);
    given(paths, analysis).when(begin('needs-analysis')).then({ code: 'step-begun' });
  });

  it('begins no step before those that it rests on are done', () => {
    given(paths).when(begin('plan', 'needs-analysis')).then({ code: 'step-too-early' });
    given(paths, analysis.slice(0, 3)).when(begin('plan', 'needs-analysis')).then({ code: 'step-too-early' });
  });

  it('takes a deliverable once, from the step’s beginning on, and a receipt from the agreement’s day on', () => {
    given(paths, bargaining).when(handIn('bargaining', 'agreement', '2026-03-01')).then([handedIn('bargaining', 'agreement', '2026-03-01')]);
    given(paths, bargaining).when(handIn('bargaining', 'agreement', '2026-01-31')).then({ code: 'deliverable-too-early' });
    given(paths, bargaining).when(handIn('bargaining', 'deposit-receipt', '2026-03-09', 'agreement')).then({ code: 'deliverable-too-early' });
    given(paths, signed).when(handIn('bargaining', 'deposit-receipt', '2026-02-28', 'agreement')).then({ code: 'deliverable-too-early' });
    given(paths, signed).when(handIn('bargaining', 'deposit-receipt', '2026-04-15', 'agreement')).then([handedIn('bargaining', 'deposit-receipt', '2026-04-15')]);
    given(paths, signed).when(handIn('bargaining', 'agreement', '2026-03-02')).then({ code: 'deliverable-handed-in' });
    given(paths).when(handIn('plan', 'regulation', '2026-03-02')).then({ code: 'step-not-begun' });
    given(paths, analysis).when(handIn('needs-analysis', 'survey-results', '2026-03-02')).then({ code: 'step-done' });
  });

  it('ends a step with everything that it is done with, once', () => {
    given(paths, signed).when(complete('bargaining', '2026-04-20', 'agreement', 'deposit-receipt')).then({ code: 'deliverables-missing' });
    given(paths, signed).when(complete('bargaining', '2026-02-28', 'agreement')).then({ code: 'deliverables-missing' });
    given(paths, signed).when(complete('bargaining', '2026-03-01', 'agreement')).then([done('bargaining', '2026-03-01')]);
    given(paths, analysis).when(complete('needs-analysis', '2026-03-01')).then({ code: 'step-done' });
    given(paths, analysis).when(complete('plan', '2026-03-01')).then({ code: 'step-not-begun' });
  });

  it('is read with every step, and a deposit with the last of its thirty days', () => {
    const view = (events: typeof signed, today: string) => accompanimentView('com_a', replay(paths, events), today).steps;
    const deposit = (events: typeof signed, today: string) => view(events, today).find(({ code }) => code === 'bargaining')!.deliverables[1];
    expect(view([], '2026-11-26').map(({ stage }) => stage)).toEqual(['to-do', 'to-do', 'to-do', 'to-do', 'to-do']);
    expect(view(signed, '2026-11-26').map(({ stage }) => stage)).toEqual(['done', 'to-do', 'under-way', 'to-do', 'to-do']);
    expect(deposit(bargaining, '2026-03-31')).toEqual({ code: 'deposit-receipt', title: 'Ricevuta del deposito', late: false });
    expect(deposit(signed, '2026-03-31')).toMatchObject({ dueOn: '2026-03-31', late: false });
    expect(deposit(signed, '2026-04-01')).toMatchObject({ dueOn: '2026-03-31', late: true });
    expect(deposit([...signed, handedIn('bargaining', 'deposit-receipt', '2026-03-31')], '2026-06-01')).toMatchObject({ handedInOn: '2026-03-31', late: false });
  });
});
