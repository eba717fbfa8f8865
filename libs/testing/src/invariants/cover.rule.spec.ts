import { bankLineAssigned, bankLineRecorded, coverGivenBack, creditAdded, creditRunCompleted, creditRunCovered, creditRunRegistered, creditRunReleased, creditWithdrawn, firmTransferReceived, guaranteeSet, type Envelope, type EventType } from '@salvatempo/contracts';
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
const addedCredit = (over: object = {}): Committed => did(creditAdded, { accountId: 'acc', lotId: 'lot', lot: { amountCents: 100, runId: 'run', ...over } });
const withdrawn = (amountCents: number): Committed => did(creditWithdrawn, { accountId: 'acc', lots: [{ lotId: 'lot', runId: 'run', amountCents }] });
const given = [did(creditRunReleased, { runId: 'run' }), addedCredit(), did(creditRunCompleted, { runId: 'run', totalCents: 100 })];
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
    expect(findings(...story, received(), withdrawn(20), back)).toBe(0);
    expect(findings(registered, covered(), ...given, unknown, did(bankLineAssigned, { lineId: 'bkl', amountCents: 130 }), received())).toBe(0);
  });

  it('holds where a cent of hours is free again when they begin, and not where the cover keeps it', () => {
    const freed = did(creditAdded, { accountId: 'acc', lotId: 'lot', lot: { amountCents: 100, runId: 'run' }, freed: [{ lotId: 'lot', runId: 'run', amountCents: 1 }] });
    const begun = [registered, covered(), did(creditRunReleased, { runId: 'run' }), freed, did(creditRunCompleted, { runId: 'run', totalCents: 100 }), line, received()];
    expect(findings(...begun, did(coverGivenBack, { reduced: [], freedCents: 1, shares: [], ...figures(130, 99, { freeCents: 31 }) }))).toBe(0);
    expect(findings(...begun)).toBeGreaterThan(0);
  });

  it.each([
    ['a figure that isn’t its book’s', [...story, received({ freeCents: 31 })]],
    ['more paid than a run asks', [...story, received({ shares: [{ runId: 'run', amountCents: 130 }], freeCents: 0 })]],
    ['credit that no run gave', [registered, covered(), ...given, line, received(), addedCredit({ runId: undefined })]],
    ['credit that a withdrawal takes and the cover goes on counting', [...story, received(), withdrawn(20)]],
    ['a run that goes on asking for what its lots gave up', [registered, covered(), ...given, withdrawn(20), did(coverGivenBack, { reduced: [], freedCents: 0, shares: [], ...figures(0, 100) })]],
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
