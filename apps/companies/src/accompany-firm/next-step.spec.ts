import type { AccompanimentStepView } from './step.view';
import { nextStepOf } from './next-step.view';

const step = (code: string, stage: string, more: Partial<AccompanimentStepView> = {}): AccompanimentStepView => ({ code, title: code, stage, after: [], deliverables: [], ...more });
const deposit = (more: object = {}) => ({ code: 'deposit', title: 'deposit', dueOn: '2026-03-31', late: false, ...more });

describe('the next step of a firm', () => {
  it('is of those under way the one that is due first, counting what it still waits for', () => {
    const steps = [step('a', 'under-way', { dueOn: '2026-04-15' }), step('b', 'under-way', { dueOn: '2026-06-30', deliverables: [deposit()] })];
    expect(nextStepOf(steps, '2026-03-31')).toEqual({ code: 'b', title: 'b', stage: 'under-way', dueOn: '2026-03-31', late: false });
    expect(nextStepOf(steps, '2026-04-01')).toMatchObject({ code: 'b', late: true });
    expect(nextStepOf([steps[0]!, { ...steps[1]!, deliverables: [deposit({ handedInOn: '2026-03-20' })] }], '2026-04-01')).toMatchObject({ code: 'a', dueOn: '2026-04-15', late: false });
  });

  it('is otherwise the first that may be begun, and none where all is done', () => {
    expect(nextStepOf([step('a', 'done'), step('b', 'to-do', { after: ['c'] }), step('c', 'to-do', { after: ['a'] })], '2026-04-01')).toEqual({ code: 'c', title: 'c', stage: 'to-do', late: false });
    expect(nextStepOf([step('a', 'done')], '2026-04-01')).toBeUndefined();
  });
});
