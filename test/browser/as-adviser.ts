import type { Page } from 'playwright-core';
import { PASSWORD } from './as-operator';

export const ADVISER = 'Studio Zanaboni';
const FISCAL_CODE = 'ZNBPRI79S09F205T';

/** An officer writes down the adviser; `page` is the office's list of them. */
export async function registersAdviser(page: Page): Promise<void> {
  await page.getByLabel('Nome', { exact: true }).fill(ADVISER);
  await page.getByLabel('Partita IVA o codice fiscale').fill('00743110157');
  await page.getByRole('button', { name: 'Registra', exact: true }).click();
  await page.getByRole('button', { name: `Persone di ${ADVISER}` }).click();
}

/** An officer lets the adviser's person in, who gets a code. */
export async function letsAdviserIn(page: Page): Promise<string> {
  await page.getByLabel('Nome della persona').fill('Piero');
  await page.getByLabel('Cognome').fill('Zanaboni');
  await page.getByLabel('Codice fiscale', { exact: true }).fill(FISCAL_CODE);
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  return page.locator('strong.code').innerText();
}

/** The adviser's person comes in for the first time. */
export async function adviserEnters(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/attivazione`);
  await page.getByLabel('Codice fiscale').fill(FISCAL_CODE);
  await page.getByLabel('Codice di attivazione').fill(code);
  await page.getByLabel('Nuova password').fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Attiva e accedi' }).click();
}
