import { invoiceRecorded, invoiceWithdrawn, purchaseSettled, type Envelope, type EventType } from '@salvatempo/contracts';
import { Auditor } from './auditor';
import type { Committed } from './committed';
import { invoiceRule } from './invoice.rule';

function did(event: EventType, data: object): Committed {
  const envelope = { type: event.type, time: '2026-09-30T12:00:00.000Z', data } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version: 1, state: {}, decided: [{ message: { id: 'doc:1:1', sequence: 1 }, envelope }] } as unknown as Committed;
}

const settled = (purchaseId: string, providerId = 'prv') => did(purchaseSettled, { purchaseId, providerId, totalCents: 40 });
const recorded = (invoiceId: string, netCents: number, ...purchaseIds: string[]) => did(invoiceRecorded, { invoiceId, providerId: 'prv', netCents, vatCents: 10, purchaseIds });
const withdrawn = (invoiceId: string) => did(invoiceWithdrawn, { invoiceId });

function findings(...changes: Committed[]): number {
  const auditor = new Auditor([invoiceRule()]);
  for (const change of changes) auditor.committed(change);
  return auditor.all.length;
}

describe('the rule of invoices', () => {
  it('holds for purchases that are billed, and billed anew after an invoice was withdrawn', () => {
    expect(findings(settled('a'), settled('b'), recorded('1', 70, 'a', 'b'), withdrawn('1'), recorded('2', 30, 'a'), recorded('3', 30, 'b'))).toBe(0);
  });

  it.each([
    ['a purchase billed twice', [settled('a'), recorded('1', 30, 'a'), recorded('2', 30, 'a')]],
    ['a purchase that was never paid', [recorded('1', -10, 'a')]],
    ['a purchase of another provider', [settled('a', 'other'), recorded('1', 30, 'a')]],
    ['an amount that its purchases don’t cost', [settled('a'), recorded('1', 31, 'a')]],
    ['an invoice withdrawn that wasn’t there', [settled('a'), withdrawn('1')]],
    ['an invoice withdrawn twice', [settled('a'), recorded('1', 30, 'a'), withdrawn('1'), withdrawn('1')]],
  ])('sees %s', (_what, changes) => {
    expect(findings(...changes)).toBeGreaterThan(0);
  });
});
