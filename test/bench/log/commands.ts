import { holdCredit } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { accountIdOf, FIRM_ID } from '../product/bench-ids';

/** Accounts on which purchases hold credit. */
export const ACCOUNTS = 2_000;

/** A purchase's command to set a cent aside, as marketplace sends it; of each number another purchase. */
export function holdCommand(number: number): { readonly key: string; readonly value: string } {
  const purchaseId = derivedId('pur', 'bench', String(number));
  const accountId = accountIdOf(number % ACCOUNTS);
  const data = holdCredit.schema.parse({ accountId, purchaseId, amountCents: 1, letter: 'c.3', benefitValueCents: 1, taxYear: 2026, expiresAt: '2099-12-31T22:59:59.999Z' });
  const envelope = {
    specversion: '1.0', id: `${purchaseId}:1:1`, source: '/salvatempo/marketplace', type: holdCredit.type, subject: accountId,
    time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json', partitionkey: accountId,
    correlationid: 'bench', causationid: 'bench', tenantid: FIRM_ID, data,
  };
  return { key: accountId, value: JSON.stringify(envelope) };
}
