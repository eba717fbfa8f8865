import type { Caller } from './caller';
import { PREMIUM_DAYS } from './route-table';
import { today } from './days';
import { until } from './territory';

export const PREMIUMS = '/api/benefits/premiums';

/** What makes a contract one that premiums are favoured by. */
export const contractOf = (firmId: string, more: object = {}): object => ({
  firmId, title: 'Accordo premi', kind: 'increments', signedOn: today(), depositedOn: today(), variableMeasurable: true, allowsConversion: true, letters: ['f', 'c.3'], ...more,
});

export const premiumFile = (...lines: readonly string[]): string => ['codice_fiscale,premio,reddito_anno_prima', ...lines].join('\n');

/** Records a contract and offers somebody a premium by it. */
export async function premiumOf(owner: Caller, employee: Caller, firmId: string, fiscalCode: string, amount = '1000,00'): Promise<{ contractId: string; premiumImportId: string; premiumId: string }> {
  const { contractId } = await owner.made('/api/benefits/premium-contracts', contractOf(firmId));
  const { premiumImportId } = await owner.made(`/api/benefits/premium-contracts/${contractId}/premium-imports?${PREMIUM_DAYS}`, premiumFile(`${fiscalCode},"${amount}","20000,00"`));
  const { items } = await until(employee, `${PREMIUMS}/mine`, ({ items: found }) => found.length === 1);
  return { contractId, premiumImportId, premiumId: items[0].premiumId };
}
