import type { Page } from 'playwright-core';
import type { InventedPerson } from '../../scripts/tour/invented';
import { PASSWORD } from './as-operator';
import { looksRight, showsFocus, tabTo, textOf } from './looks';

/** The code of the sheet and a password of one's own; a wrong code is told, and what was typed stays. */
export async function employeeActivates(page: Page, url: string, { fiscalCode }: InventedPerson, code: string): Promise<void> {
  await page.goto(`${url}/accesso`);
  await looksRight(page, 'accesso');
  await page.getByRole('link', { name: 'Attiva l’accesso' }).click();
  await page.getByLabel('Codice fiscale').fill(fiscalCode.toLowerCase());
  await page.getByLabel('Codice di attivazione').fill('0000-0000-0000');
  await page.getByLabel('Nuova password').fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Attiva e accedi' }).click();
  await page.getByRole('alert').waitFor();
  await looksRight(page, 'attivazione');
  expect(await page.getByLabel('Codice fiscale').inputValue()).toBe(fiscalCode.toLowerCase());
  await page.getByLabel('Codice di attivazione').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Attiva e accedi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Il mio credito' }).waitFor();
  await page.getByText('100,00').first().waitFor();
  await looksRight(page, 'dipendente');
}

/** The same without a slip: whoever is here for something else. */
export async function activatesOnPage(page: Page, url: string, { fiscalCode }: InventedPerson, code: string): Promise<void> {
  await page.goto(`${url}/attivazione`);
  await page.getByLabel('Codice fiscale').fill(fiscalCode);
  await page.getByLabel('Codice di attivazione').fill(code);
  await page.getByLabel('Nuova password').fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Attiva e accedi' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** From the home to the voucher with the keyboard alone, and each stop shows that it has the focus. */
export async function buysByKeyboard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Il mio credito' }).focus();
  await tabTo(page, 'Stireria, 5 kg');
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Stireria, 5 kg' }).waitFor();
  await page.getByText('dal bando «LABOR: buoni salvatempo»').waitFor();
  const quoted = await textOf(page);
  for (const figure of ['28,00 €', '12,00 €', '40,00 €', 'Da aggiungere di tasca propria 0,00 €', 'c.3']) expect(quoted).toContain(figure);
  await looksRight(page, 'acquisto-chi-paga');
  await tabTo(page, 'Conferma l’acquisto');
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText('Il voucher è pronto').waitFor();
  await looksRight(page, 'acquisto-riuscito');
  await tabTo(page, 'Apri il voucher');
  await page.keyboard.press('Enter');
  await page.locator('.voucher .code').waitFor();
}

/** All that docs/rules, vouchers asks of a voucher is on screen and on paper, where it fits one page and nothing else is. */
export async function seesVoucher(page: Page, person: InventedPerson, firmName: string, providerName: string, vatNumber: string): Promise<string> {
  const code = await page.locator('.voucher .code').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}([- ][0-9A-Z]{4}){3}$/);
  await page.waitForFunction(() => (document.querySelector('.voucher img') as HTMLImageElement | null)?.naturalWidth);
  await looksRight(page, 'voucher');
  await page.emulateMedia({ media: 'print' });
  const paper = await textOf(page, 'body');
  const year = String(new Date().getFullYear());
  const must = [code, `${person.name} ${person.surname}`, person.fiscalCode.slice(-4), firmName, providerName, vatNumber, 'Stireria, 5 kg', '1 prestazione', '40,00 €', 'Emesso', 'Scade', year, 'c.3', 'Voucher monouso', 'Per domande'];
  for (const fact of must) expect(paper).toContain(fact);
  expect(paper.toLowerCase()).toContain('nominativo, non cedibile, non monetizzabile, non integrabile');
  expect(paper).not.toContain('Annulla il voucher');
  expect(await page.locator('.voucher img').isVisible()).toBe(true);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  return code;
}

/** Buys once more, with a date of its own, and cancels it: each cent is back. */
export async function buysAndCancels(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/offerte`);
  await page.getByRole('link', { name: 'Stireria, 5 kg' }).waitFor();
  await looksRight(page, 'offerte');
  await page.getByRole('link', { name: 'Stireria, 5 kg' }).click();
  const date = page.getByLabel('Scadenza del voucher');
  await date.fill('2099-01-01');
  await page.getByRole('button', { name: /^Conferma l’acquisto/ }).click();
  await page.getByText('La data deve essere fra oggi').waitFor();
  await date.fill((await date.getAttribute('max'))!);
  await page.getByRole('button', { name: /^Conferma l’acquisto/ }).click();
  await page.getByRole('link', { name: 'Apri il voucher' }).click();
  await page.getByRole('button', { name: 'Annulla il voucher' }).click();
  await page.getByRole('dialog').waitFor();
  await looksRight(page, 'voucher-annullare');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Annulla il voucher' }).click();
  await page.getByRole('button', { name: 'Sì, annulla' }).click();
  await page.getByText('Questo voucher è stato annullato').waitFor();
  await looksRight(page, 'voucher-annullato');
  await page.getByRole('link', { name: 'Il mio credito' }).click();
  await page.getByText('88,00').first().waitFor();
}

/** A purchase that credit doesn't reach is explained, and can't be confirmed. */
export async function lacksCredit(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/offerte`);
  await page.getByRole('link', { name: 'Pulizie di casa' }).click();
  await page.getByText('Mancano').waitFor();
  expect(await textOf(page)).toContain('Mancano 412,00 € di credito');
  expect(await textOf(page)).not.toContain('tutto coperto');
  expect(await page.getByRole('button', { name: /^Conferma/ }).count()).toBe(0);
  await looksRight(page, 'acquisto-credito-manca');
}

const TIMED_OUT = { code: 'purchase-timed-out', detail: 'L’acquisto non si è concluso in tempo.', detailEn: 'The purchase did not complete in time.' };

/** The ends of a purchase that a good day doesn't show, put on a real one: under way and followed by itself, refused with a way out, expired. */
export async function seesOtherEnds(page: Page): Promise<void> {
  let change: Record<string, unknown> = { status: 'pending', payments: [] };
  await page.route('**/api/marketplace/purchases/pur_*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), ...change } });
  });
  await page.reload();
  await page.getByText('Acquisto in corso').waitFor();
  await looksRight(page, 'acquisto-in-corso');
  change = { status: 'refused', refusal: TIMED_OUT };
  await page.getByText('Acquisto non riuscito').waitFor();
  expect(await textOf(page)).toContain(TIMED_OUT.detail);
  await looksRight(page, 'acquisto-non-riuscito');
  change = { status: 'expired' };
  await page.reload();
  await page.getByText('Voucher scaduto').waitFor();
  await looksRight(page, 'acquisto-scaduto');
  await page.unroute('**/api/marketplace/purchases/pur_*');
}

/** A relative with what holds since when; a wrong codice fiscale is told and the rest stays; what is erased is gone. */
export async function keepsFamily(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Famiglia', exact: true }).click();
  await page.getByText('Nessun familiare finora.').waitFor();
  await page.getByLabel('Che cosa è per te').selectOption('parent');
  await page.getByLabel('Nome del familiare', { exact: true }).fill('Mario');
  await page.getByLabel('Cognome del familiare').fill('Rossi');
  await page.getByRole('textbox', { name: 'Codice fiscale' }).fill('RSSMRA55T10A562X');
  await page.getByLabel('Data di nascita').fill('1985-12-10');
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('Senza la dichiarazione non si può andare avanti.').waitFor();
  await page.getByLabel('Dichiaro').check();
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Nome del familiare', { exact: true }).inputValue()).toBe('Mario');
  await page.getByRole('textbox', { name: 'Codice fiscale' }).fill('RSSMRA85T10A562S');
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('welfare non ammesso').waitFor();
  await page.getByLabel('Che cosa è per te').selectOption('parent');
  for (const [label, value] of [['Cognome del familiare', 'Rossi'], ['Data di nascita', '1985-12-10']] as const) await page.getByLabel(label).fill(value);
  await page.getByLabel('Nome del familiare', { exact: true }).fill('Mario');
  await page.getByRole('textbox', { name: 'Codice fiscale' }).fill('RSSMRA85T10A562S');
  await page.getByLabel('Convive con me').check();
  await page.getByLabel('Dichiaro').check();
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('welfare ammesso', { exact: true }).waitFor();
  await looksRight(page, 'famiglia');
  await page.getByRole('button', { name: 'Cancella Mario Rossi' }).click();
  await page.getByText('Nessun familiare finora.').waitFor();
}

/** What other employers gave and a dependent child: a wrong codice fiscale is told and the rest stays; the threshold counts with it. */
export async function declaresYear(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/dipendente`);
  await page.getByRole('link', { name: 'Altri benefit o figli a carico?' }).click();
  await page.getByText('Non hai ancora dichiarato nulla.').waitFor();
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('Questo campo serve').waitFor();
  await page.getByLabel('Benefit di altri datori di lavoro').fill('250,00');
  await page.getByLabel('Codici fiscali dei figli a carico').fill('RSSMRA85T10A562X');
  await page.getByLabel('Dichiaro').check();
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('Controlla i codici fiscali').waitFor();
  expect(await page.getByLabel('Benefit di altri datori di lavoro').inputValue()).toBe('250,00');
  await looksRight(page, 'soglia-errore');
  await page.getByLabel('Codici fiscali dei figli a carico').fill('rssmra85t10a562s');
  await page.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('Dichiarazione registrata.').waitFor();
  await page.getByText('su 2.000,00').waitFor();
  await page.getByText('di cui 250,00').waitFor();
  await page.getByText('figli a carico: RSSMRA85T10A562S').waitFor();
  await looksRight(page, 'soglia');
}
