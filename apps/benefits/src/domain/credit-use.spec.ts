import { creditAdded, creditHeld, creditReleased, residueSettled, runOutBegun, runOutEnded, type Envelope } from '@salvatempo/contracts';
import { creditUse, type CreditUse, type LotUse } from './credit-use';

const [UNTIL, NEXT, SOON] = ['2026-12-31T22:59:59.999Z', '2027-12-31T22:59:59.999Z', '2026-10-31T22:59:59.999Z'];
const who = { accountId: 'acc_1', firmId: 'com_1', personId: 'per_1' };
const lot = (validUntil: string, amountCents: number, validFrom = '2026-01-01T00:00:00.000Z') => ({ amountCents, letter: 'f', origin: 'plan', unit: 'EUR', validFrom, validUntil });

/** What is kept after events of an account; the cause of credit is its run. */
function after(...events: readonly (readonly [type: string, data: object])[]): readonly LotUse[] {
  const row = events.reduce<CreditUse | undefined>((before, [type, data]) => creditUse[type]!(before, { type, time: '2026-09-01T08:00:00.000Z', causationid: 'run_1:2:1', data: { ...who, ...data } } as unknown as Envelope), undefined);
  return row!.lots;
}
const added = [creditAdded.type, { lotId: 'lot_1', lot: lot(UNTIL, 10_000) }] as const;
const held = [creditHeld.type, { lots: [{ lotId: 'lot_1', amountCents: 4_000 }] }] as const;
const wentOn = (amountCents: number) => [residueSettled.type, { lotId: 'lot_1', amountCents, to: { lotId: 'lot_2', lot: lot(NEXT, amountCents, '2026-12-31T23:00:00.000Z') } }] as const;

describe('what was used of each lot', () => {
  it('goes on in the lot that its residue goes to, as credit of the same run', () => {
    expect(after(added, held, wentOn(6_000))).toMatchObject([
      { lotId: 'lot_1', addedCents: 4_000, usedCents: 4_000 },
      { lotId: 'lot_2', runId: 'run_1', addedCents: 6_000, usedCents: 0, validUntil: NEXT },
    ]);
    const back = [creditReleased.type, { lots: [{ lotId: 'lot_1', amountCents: 4_000 }] }] as const;
    expect(after(added, held, wentOn(6_000), back, wentOn(4_000))).toMatchObject([{ lotId: 'lot_1', addedCents: 0, usedCents: 0 }, { lotId: 'lot_2', addedCents: 10_000 }]);
  });

  it('is no credit any more where its residue goes to nobody', () => expect(after(added, [residueSettled.type, { lotId: 'lot_1', amountCents: 10_000 }])).toMatchObject([{ addedCents: 0, usedCents: 0 }]));

  it('ends when a leaver’s run-out does, and as planned for who is employed again', () => {
    const left = [runOutBegun.type, { lots: [{ lotId: 'lot_1', validUntil: SOON }] }] as const;
    expect(after(added, left)).toMatchObject([{ validUntil: SOON }]);
    expect(after(added, left, [runOutEnded.type, { lots: [{ lotId: 'lot_1', validUntil: UNTIL }] }])).toMatchObject([{ validUntil: UNTIL }]);
  });

  it('lives on where a purchase gave it back after its end', () =>
    expect(after(added, held, [creditReleased.type, { lots: [{ lotId: 'lot_1', amountCents: 4_000 }], extendedLotIds: ['lot_1'], extendedUntil: NEXT }])).toMatchObject([{ usedCents: 0, validUntil: NEXT }]));
});
