import { decide, evolve } from '@salvatempo/kernel';
import * as fc from 'fast-check';
import { account, type Account } from '../domain/account';
import { ACCOUNT, accounts, added, AT, declareYear, hold, spend } from '../domain/account.fixture';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { simulate } from './simulate-purchase.handler';

const rules = new ThresholdRules();
const [late, early] = [added({ lotId: 'lot_late', amountCents: 500_000, validUntil: '2027-06-30T21:59:59.999Z' }), added({ lotId: 'lot_early', amountCents: 1_000, validUntil: '2026-10-31T22:59:59.999Z' })];
const opened = [late, early, added({ lotId: 'lot_f', amountCents: 9_000, letter: 'f' })].reduce((state, event) => evolve(accounts, state, event), account.initial);
const c3 = (amountCents: number, benefitValueCents = amountCents) => ({ letter: 'c.3', amountCents, benefitValueCents, taxYear: 2026 });

describe('a simulated purchase', () => {
  it('says which lots would pay and how the year would stand, by which norm', () => {
    const { allowed, lots, before, after, explanation } = simulate(opened, c3(1_200, 4_000), AT, rules);
    expect({ allowed, lots, before: before?.leftCents, after: after?.leftCents }).toEqual({
      allowed: true,
      lots: [{ lotId: 'lot_early', amountCents: 1_000, validUntil: '2026-10-31T22:59:59.999Z' }, { lotId: 'lot_late', amountCents: 200, validUntil: '2027-06-30T21:59:59.999Z' }],
      before: 100_000,
      after: 96_000,
    });
    expect(explanation).toEqual([
      'Si usano 10,00 € del credito che scade il 31/10/2026.',
      'Si usano 2,00 € del credito che scade il 30/06/2027.',
      'Per la soglia 2026 (1.000,00 €, L. 207/2024 c. 390-391) conta l’intero valore del servizio, 40,00 €, di tutti i datori di lavoro: restano 960,00 €.',
    ]);
  });

  it('says why not, and changes nothing of the year', () => {
    const { allowed, refusal, lots, before, after } = simulate(opened, c3(100_001), AT, rules);
    expect([allowed, refusal?.code, lots]).toEqual([false, 'fringe-threshold-exceeded', []]);
    expect(refusal?.detail).toContain('Restano 1.000,00 €');
    expect(after).toEqual(before);
  });

  it('says what is left of the credit for that letter, without what waits for the firm’s transfer', () => {
    const credit = (purchase: Parameters<typeof simulate>[1]): number[] => {
      const { creditBeforeCents, creditAfterCents } = simulate(opened, purchase, AT, rules);
      return [creditBeforeCents, creditAfterCents];
    };
    expect(credit(c3(1_200))).toEqual([501_000, 499_800]);
    expect(credit({ ...c3(4_000), letter: 'f' })).toEqual([9_000, 5_000]);
    expect(credit({ ...c3(1_200), suspendedLotIds: ['lot_late'] })).toEqual([1_000, 1_000]);
    expect(credit({ ...c3(1), letter: 'f-bis' })).toEqual([0, 0]);
  });

  it('leaves the threshold to letter c.3, and warns where it comes near', () => {
    expect(simulate(opened, { ...c3(9_000), letter: 'f' }, AT, rules).explanation.at(-1)).toBe('La lettera f dell’art. 51 TUIR non consuma la soglia dei fringe benefit.');
    expect(simulate(opened, c3(80_000), AT, rules).explanation.at(-1)).toContain('La soglia è vicina');
    expect(simulate(opened, { ...c3(1), taxYear: 2015 }, AT, rules)).toMatchObject({ allowed: false, refusal: { code: 'no-threshold-rule' } });
  });

  // An answer that the purchase then contradicts would be worse than none.
  it('answers what the purchase then meets, whatever was before', () => {
    const step = fc.oneof(
      fc.record({ cents: fc.integer({ min: 0, max: 90_000 }), value: fc.integer({ min: 0, max: 90_000 }), spent: fc.boolean() }).map(({ cents, value, spent }) => ({ cents, value, spent, external: -1, child: false })),
      fc.record({ external: fc.integer({ min: 0, max: 120_000 }), child: fc.boolean() }).map((declared) => ({ ...declared, cents: 0, value: 0, spent: false })),
    );
    const after = (state: Account, command: Parameters<typeof decide>[1]): { state: Account; types: string[] } => {
      const decision = decide(accounts, command, state, { id: ACCOUNT, at: AT });
      const events = decision.ok ? decision.events : [];
      return { state: events.reduce((then, event) => evolve(accounts, then, event), state), types: events.map(({ type }) => type) };
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 0, max: 210_000 }), (steps, cents) => {
        let state: Account = opened;
        steps.forEach(({ cents: amount, value, spent, external, child }, n) => {
          const commands = external < 0 ? [hold(`pur_${n}`, amount, { benefitValueCents: value }), ...(spent ? [spend(`pur_${n}`)] : [])] : [declareYear({ externalCents: external, childFiscalCodes: child ? ['ZNBPRI14S09F205T'] : [] })];
          for (const command of commands) state = after(state, command).state;
        });
        const foretold = simulate(state, c3(cents), AT, rules);
        const met = after(state, hold('pur_last', cents));
        expect(foretold.allowed).toBe(met.types.at(-1) === 'benefits.credit-held.v1');
        expect(foretold.lots.map(({ lotId, amountCents }) => ({ lotId, amountCents }))).toEqual(foretold.allowed ? met.state.holds.at(-1)!.lots : []);
      }),
      { numRuns: 300 },
    );
  });
});
