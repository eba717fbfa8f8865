import { workDeclared } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { workDeclaration, workDeclarationIdOf } from '../domain/work-declaration';
import { declareWorkSlice } from './declare-work.decider';

const aDeclaration = { ...workDeclaration, slices: [declareWorkSlice] };
const [providerId, callId, by] = [derivedId('prv', 'spec'), derivedId('cal', 'spec'), derivedId('per', 'spec')];
const figures = { women: { posts: 2, hours: 160 }, men: { posts: 0, hours: 0 } };
const at = '2026-10-20T10:00:00.000Z';
const declare = (month: string, more: object = {}) => ({ type: 'declare-work', data: { providerId, callId, month, ...figures, by, opensAt: '2026-08-31T22:30:00.000Z', closesAt: '2026-11-30T22:59:59.999Z', ...more } });
const id = workDeclarationIdOf(providerId, callId, '2026-09');
const declared = (more: object = {}) => workDeclared.of({ workDeclarationId: id, providerId, callId, month: '2026-09', ...figures, by, ...more });

describe('work that a call created', () => {
  it('is declared for a month, with extra hours of opening where the provider says them', () => {
    given(aDeclaration).when(declare('2026-09'), { id, at }).then([declared()]);
    given(aDeclaration).when(declare('2026-09', { extraOpeningHours: 0 }), { id, at }).then([declared({ extraOpeningHours: 0 })]);
  });

  it('is declared anew when it was wrong, and the last figures hold', () => {
    given(aDeclaration, [declared()]).when(declare('2026-09', { men: { posts: 1, hours: 20 } }), { id, at }).thenState({ status: 'declared', men: { posts: 1, hours: 20 } });
  });

  it('is of the call’s months in Rome, and of none that hasn’t come', () => {
    given(aDeclaration).when(declare('2026-10'), { id, at }).then([declared({ month: '2026-10' })]);
    given(aDeclaration).when(declare('2026-11'), { id, at }).then({ code: 'work-month-not-begun' });
    given(aDeclaration).when(declare('2026-08'), { id, at }).then({ code: 'work-month-outside-call' });
    given(aDeclaration).when(declare('2026-12'), { id, at: '2027-01-10T10:00:00.000Z' }).then({ code: 'work-month-outside-call' });
  });
});
