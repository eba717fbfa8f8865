import { creditRunCalledOff, creditRunCancelled, creditRunCovered, creditRunStarted, proformaCancelled, proformaIssued } from '@salvatempo/contracts';
import { decide, evolve, type Command, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import * as fc from 'fast-check';
import { awaitTransferSlice, cancelRunSlice, completeRunSlice, creditRun, releaseRunSlice, startRunSlice } from '../credit-people/credit-run.aggregate';
import { COVER, covers, FIRM, guarantee, receive, register, terms } from '../domain/firm-cover.fixture';
import { figuresOf, type FirmCover } from '../domain/firm-cover';
import { cancelProformaSlice, issueProformaSlice, proforma } from '../issue-proforma/proforma.aggregate';

const AT = '2026-09-01T08:00:00.000Z';
const callOff = (runId: string): Command => ({ type: 'call-off-run', data: { runId, terms } });

function run(...story: readonly Command[]): { state: FirmCover; events: readonly DomainEvent[]; refused: readonly string[] } {
  let state = covers.initial;
  const [events, refused]: [DomainEvent[], string[]] = [[], []];
  for (const next of story) {
    const decision = decide(covers, next, state, { id: COVER, at: AT });
    if (!decision.ok) refused.push(decision.refusal.code);
    for (const event of decision.ok ? decision.events : []) {
      events.push(event);
      state = evolve(covers, state, event);
    }
  }
  return { state, events, refused };
}

describe('a run that waits for the firm’s transfer', () => {
  it('is called off: what was set aside for it is free, and nothing of it is open', () => {
    const { state, events } = run(register('run_1', 50_000), receive('bkl_1', 3_000, 'run_1'), callOff('run_1'));
    expect(events.at(-1)).toEqual(creditRunCalledOff.of({ coverId: COVER, firmId: FIRM, runId: 'run_1', amountCents: 50_000, freedCents: 3_000, shares: [], ...figuresOf(state) }));
    expect([state.open, figuresOf(state)]).toEqual([[], expect.objectContaining({ receivedCents: 3_000, freeCents: 3_000, setAsideCents: 0, creditedCents: 0 })]);
  });

  it('makes way for those that waited behind it, and pays what else is open', () => {
    const { state, events } = run(register('run_1', 50_000), register('run_2', 8_000), register('run_3', 6_000), receive('bkl_1', 3_000, 'run_1'), callOff('run_1'));
    expect(events.at(-2)).toMatchObject({ type: creditRunCalledOff.type, data: { freedCents: 3_000, shares: [{ runId: 'run_2', amountCents: 3_000 }] } });
    expect(events.at(-1)).toMatchObject({ type: creditRunCovered.type, data: { runId: 'run_2', paidCents: 3_000 } });
    expect(state.open.map(({ runId }) => runId)).toEqual(['run_2', 'run_3']);
  });

  it('can’t be called off once its credit may be given, nor twice, nor where it isn’t known', () => {
    expect(run(register('run_1', 5_000), callOff('run_1')).refused).toEqual(['credit-run-not-waiting']);
    expect(run(register('run_1', 50_000), receive('bkl_1', 50_000, 'run_1'), callOff('run_1')).refused).toEqual(['credit-run-not-waiting']);
    expect(run(register('run_1', 50_000), callOff('run_1'), callOff('run_1'), callOff('run_2')).refused).toEqual(['credit-run-not-waiting', 'credit-run-not-waiting']);
  });

  it('keeps received + guarantee used = credited + free + set aside, whatever else comes', () => {
    const step = fc.record({ act: fc.constantFrom('register', 'receive', 'guarantee', 'call-off'), n: fc.integer({ min: 0, max: 5 }), cents: fc.integer({ min: 1, max: 30_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { state, events } = run(...steps.map(({ act, n, cents }, i) => ({ register: register(`run_${n}`, cents), receive: receive(`bkl_${i}`, cents, `run_${n}`), guarantee: guarantee(cents), 'call-off': callOff(`run_${n}`) })[act]));
        const { receivedCents, guaranteeUsedCents, creditedCents, freeCents, setAsideCents } = figuresOf(state);
        expect(receivedCents + guaranteeUsedCents).toBe(creditedCents + freeCents + setAsideCents);
        expect([freeCents, setAsideCents, creditedCents].every((one) => one >= 0)).toBe(true);
        expect(events.reduce((before, event) => evolve(covers, before, event), covers.initial)).toEqual(state);
      }),
    );
  });
});

describe('what comes of it', () => {
  const runs = { ...creditRun, slices: [startRunSlice, awaitTransferSlice, releaseRunSlice, cancelRunSlice, completeRunSlice] };
  const lot = { amountCents: 5_000, letter: 'c.3', origin: 'plan' as const, unit: 'EUR' as const, validFrom: AT, validUntil: '2026-12-31T22:59:59.999Z' };
  const started = creditRunStarted.of({ runId: 'run_1', planId: 'pln_1', firmId: FIRM, lot, personIds: ['per_1'] });
  const cancelled = creditRunCancelled.of({ runId: 'run_1', firmId: FIRM });

  it('is a run that never goes on', () => {
    given(runs, [started]).when({ type: 'cancel-run', data: {} }).then([cancelled]);
    for (const type of ['cancel-run', 'await-transfer', 'release-run', 'complete-run']) given(runs, [started, cancelled]).when({ type, data: {} }).then([]);
  });

  it('is a pro-forma for which nothing is transferred, once', () => {
    const proformas = { ...proforma, slices: [issueProformaSlice, cancelProformaSlice] };
    const issued = proformaIssued.of({ proformaId: 'prf_1', firmId: FIRM, runId: 'run_1', ordinal: 1, reference: '1234567890123456', amountCents: 5_000, issuedOn: '2026-09-01' });
    const gone = proformaCancelled.of({ proformaId: 'prf_1', firmId: FIRM, runId: 'run_1' });
    given(proformas, [issued]).when({ type: 'cancel-proforma', data: {} }, { id: 'prf_1' }).then([gone]);
    given(proformas, [issued, gone]).when({ type: 'cancel-proforma', data: {} }, { id: 'prf_1' }).then([]);
    given(proformas, []).when({ type: 'cancel-proforma', data: {} }, { id: 'prf_1' }).then([]);
  });
});
