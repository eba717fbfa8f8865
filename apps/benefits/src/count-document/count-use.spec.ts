import { documentUseRefused } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import fc from 'fast-check';
import { countUseSlice, documentUse, leftOf, type DocumentUse } from './count-use.decider';

const documents = { ...documentUse, slices: [countUseSlice] };
const use = (claimId: string, amountCents: number, totalCents = 40_000) => ({ type: 'count-document-use', data: { claimId, amountCents, totalCents } });

/** The state after uses one after the other, and which of them were refused. */
function run(...commands: readonly ReturnType<typeof use>[]): { readonly state: DocumentUse; readonly refused: readonly string[] } {
  let state: DocumentUse = documentUse.initial;
  const refused: string[] = [];
  for (const command of commands) {
    const { decision } = given({ ...documents, initial: state }).when(command);
    if (!decision.ok) throw new Error('a use is refused by an event');
    if (decision.events.some(({ type }) => type === documentUseRefused.type)) refused.push(command.data.claimId);
    state = replay(documents, decision.events, state);
  }
  return { state, refused };
}

describe('what claims use of a document', () => {
  it('comes to its total at most, whatever total a later one tells', () => {
    expect(run(use('clm_1', 25_000), use('clm_2', 15_001), use('clm_3', 15_000), use('clm_4', 1, 90_000)).refused).toEqual(['clm_2', 'clm_4']);
  });

  it('is counted once for a claim, and changes with what was approved', () => {
    const { state, refused } = run(use('clm_1', 40_000), use('clm_1', 40_000), use('clm_1', 17_727), use('clm_2', 22_273));
    expect([refused, leftOf(state), leftOf(state, 'clm_2')]).toEqual([[], 0, 22_273]);
  });

  it('is given up with the claim, and then the document is free', () => {
    expect(leftOf(run(use('clm_1', 40_000), use('clm_1', 0)).state)).toBeUndefined();
    expect(run(use('clm_1', 40_000), use('clm_1', 0), use('clm_2', 90_000, 90_000)).refused).toEqual([]);
  });

  it('never comes to more, whatever the order (property)', () => {
    const command = fc.tuple(fc.constantFrom('clm_1', 'clm_2', 'clm_3'), fc.integer({ min: 0, max: 45_000 })).map(([id, cents]) => use(id, cents));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const { state } = run(...commands);
        expect(state.uses.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBeLessThanOrEqual(40_000);
      }),
    );
  });
});
