import type { Page } from 'playwright-core';
import type { Invented } from '../../scripts/tour/invented';
import { ask } from './by-api';
import { signsUp } from './people-by-api';

/** One thing at one price. */
export const IRONING = 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO5;"Stireria, 5 kg";40,00;laundry-ironing;90\n';

/** A cooperative at a window registers, is accredited by the office, and sells what is in its price list. */
export async function sells(page: Page, office: Page, url: string, { manager, cooperativeName, cooperativeVat }: Invented, prices: string): Promise<void> {
  await signsUp(page, url, manager);
  const { providerId } = await ask(page, 'POST', '/api/providers', { name: cooperativeName, vatNumber: cooperativeVat });
  await ask(office, 'POST', `/api/providers/${String(providerId)}/accreditation`, {});
  await page.goto(`${url}/cooperativa`);
  await ask(page, 'POST', `/api/providers/${String(providerId)}/offer-imports`, prices);
}
