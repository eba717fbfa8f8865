import type { Page } from 'playwright-core';
import { looksRight, textOf } from './looks';

async function present(page: Page, code: string, fiscalCode: string): Promise<void> {
  await page.getByLabel('Codice del voucher').fill(code);
  await page.getByLabel('Codice fiscale di chi lo presenta').fill(fiscalCode);
  await page.getByRole('button', { name: 'Registra l’uso' }).click();
}

/** A wrong holder is refused; the right one is served; a second time says when the first was. */
export async function redeems(page: Page, code: string, holder: string, other: string): Promise<void> {
  await page.getByRole('link', { name: 'Lavoro di oggi' }).click();
  await page.getByText('Nessun lavoro da fare').waitFor();
  await present(page, code, other);
  await page.getByText('intestato a un’altra persona').waitFor();
  expect(await page.getByLabel('Codice del voucher').inputValue()).toBe(code);
  await looksRight(page, 'cooperativa-intestatario-sbagliato');
  await present(page, code, holder);
  await page.getByText('Voucher valido: 40,00').waitFor();
  await page.getByRole('button', { name: /^Lavoro fatto/ }).waitFor();
  await looksRight(page, 'cooperativa');
  await present(page, code, holder);
  await page.getByText('È stato usato il').waitFor();
}

export async function completes(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Lavoro fatto/ }).click();
  await page.getByText('Lavoro concluso: 40,00').waitFor();
  await page.getByRole('link', { name: 'Rendiconto' }).click();
  await page.getByRole('table').waitFor();
  expect(await textOf(page)).toContain('40,00 €');
  await looksRight(page, 'cooperativa-rendiconto');
}
