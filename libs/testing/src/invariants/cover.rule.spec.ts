import { bankLineAssigned, bankLineRecorded, coverGivenBack, creditRunCompleted, creditRunCovered, creditRunRegistered, creditRunReleased, firmTransferReceived, guaranteeSet, type Envelope, type EventType } from '@salvatempo/contracts';
import { Auditor } from './auditor';
import type { Committed } from './committed';
import { coverRule } from './cover.rule';

function did(event: EventType, data: object): Committed {
  const envelope = { type: event.type, time: '2026-09-30T12:00:00.000Z', data: { firmId: 'com', ...data } } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version: 1, state: {}, decided: [{ message: { id: 'doc:1:1', sequence: 1 }, envelope }] } as unknown as Committed;
}

const figures = (receivedCents: number, creditedCents: number, more: object = {}): object => ({ receivedCents, creditedCents, freeCents: 0, setAsideCents: 0, guaranteeUsedCents: Math.max(0, creditedCents - receivedCents), ...more });
const registered = did(creditRunRegistered, { runId: 'run', amountCents: 100, paidCents: 0, ...figures(0, 0) });
const covered = (over: object = {}): Committed => did(creditRunCovered, { runId: 'run', amountCents: 100, paidCents: 0, guaranteeCents: 100, ...figures(0, 100), ...over });
const given = [did(creditRunReleased, { runId: 'run' }), did(creditRunCompleted, { runId: 'run', totalCents: 100 })];
const line = did(bankLineRecorded, { lineId: 'bkl', amountCents: 130 });
const unknown = did(bankLineRecorded, { lineId: 'bkl', amountCents: 130, firmId: undefined });
const received = (over: object = {}): Committed => did(firmTransferReceived, { lineId: 'bkl', amountCents: 130, shares: [{ runId: 'run', amountCents: 100 }], ...figures(130, 100, { freeCents: 30 }), ...over });
const story = [registered, covered(), ...given, line];

function findings(...changes: Committed[]): number {
  const auditor = new Auditor([coverRule()]);
  for (const change of changes) auditor.committed(change);
  auditor.atRest('2026-09-30T12:00:00.000Z');
  return auditor.all.length;
}

describe('the rule of covers', () => {
  it('holds for a run within the guarantee that is paid, with what is left over, and given back in part', () => {
    const back = did(coverGivenBack, { reduced: [], freedCents: 20, shares: [], ...figures(130, 80, { freeCents: 50 }) });
    expect(findings(...story, received(), back)).toBe(0);
    expect(findings(registered, covered(), ...given, unknown, did(bankLineAssigned, { lineId: 'bkl', amountCents: 130 }), received())).toBe(0);
  });

  it.each([
    ['a figure that isn’t its book’s', [...story, received({ freeCents: 31 })]],
    ['more paid than a run asks', [...story, received({ shares: [{ runId: 'run', amountCents: 130 }], freeCents: 0 })]],
    ['a line that pays twice', [...story, received(), received(figures(260, 100, { freeCents: 160 }))]],
    ['a line that pays nothing', story],
    ['a transfer without a line', [registered, covered(), ...given, received()]],
    ['another firm’s line', [registered, covered(), ...given, unknown, received()]],
    ['a guarantee that is exceeded', [registered, covered({ guaranteeCents: 99 }), ...given]],
    ['another guarantee than the firm’s', [did(guaranteeSet, { guaranteeCents: 99, ...figures(0, 0) }), registered, covered(), ...given]],
    ['a run given without cover', [registered, ...given]],
    ['a run with cover that is never given', [registered, covered()]],
    ['a run registered twice', [registered, registered, covered(), ...given]],
    ['more given back than was given', [...story, received(), did(coverGivenBack, { reduced: [], freedCents: 101, shares: [], ...figures(130, -1, { freeCents: 131 }) })]],
  ])('finds %s', (_, changes) => expect(findings(...changes)).toBeGreaterThan(0));
});
