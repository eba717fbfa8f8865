import type { Page } from 'playwright-core';
import { looksRight, textOf } from './looks';

export const PASSWORD = 'una frase lunga quanto basta';

/** The first operator comes in by the one-time link. */
export async function operatorBegins(page: Page, welcome: string): Promise<void> {
  await page.goto(welcome);
  await page.getByLabel('Nome utente').fill('operatrice@prova.example');
  await page.getByLabel('Nuova password').fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(`${PASSWORD}!`);
  await page.getByRole('button', { name: 'Crea l’accesso' }).click();
  await page.getByText('Le due password non sono uguali.').waitFor();
  await looksRight(page, 'benvenuto');
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Crea l’accesso' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bandi e fondo' }).waitFor();
  await page.getByText('Nessun bando finora').waitFor();
}

/** Opens the call of the journey: 70%, 1.000 a firm, 500 a person, 50.000 in all. */
export async function opensCall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Apri un bando' }).click();
  await page.getByRole('button', { name: 'Pubblica il bando' }).click();
  await page.getByText('Questo campo serve').first().waitFor();
  await looksRight(page, 'operatore-nuovo-bando');
  await page.getByLabel('Nome del bando').fill('LABOR: buoni salvatempo');
  await page.getByLabel('CUP').fill('E61B');
  await page.getByRole('button', { name: 'Pubblica il bando' }).click();
  await page.getByText('Un CUP ha 15 caratteri').waitFor();
  await page.getByLabel('CUP').fill('e61b26000010007');
  await page.getByLabel('Dotazione').fill('50.000,00');
  await page.getByLabel('fattura del fornitore', { exact: true }).check();
  await page.getByRole('button', { name: 'Pubblica il bando' }).click();
  await page.getByRole('heading', { level: 1, name: 'LABOR: buoni salvatempo' }).waitFor();
  expect(await textOf(page)).toContain('50.000,00 €');
}

export async function accredits(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Fornitori', exact: true }).click();
  await page.getByRole('button', { name: `Accredita ${name}` }).click();
  await page.getByText('Fatto: ora può pubblicare offerte.').waitFor();
  await page.getByText('Accreditato', { exact: true }).waitFor();
  await looksRight(page, 'operatore-fornitori');
}

/** From the call's page: what can be reported, and what another rule would have given. */
export async function seesDossierAndTriesRule(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Dossier di rendicontazione' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dossier: LABOR: buoni salvatempo' }).waitFor();
  await page.getByText('CUP E61B26000010007').waitFor();
  expect(await textOf(page)).toContain('Rendicontabile 28,00 €');
  expect(await textOf(page)).toContain('Non manca nulla.');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica i file' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^dossier-cal_\w+\.zip$/);
  const dossier = await textOf(page);
  for (const line of ['Famiglie non noto', 'Posti di lavoro creati, donne / uomini 1 / 0', 'Ore di apertura in più 8', 'dichiarazioni mensili delle cooperative']) expect(dossier).toContain(line);
  expect(dossier).toMatch(/Lavoratrici \/ lavoratori \/ non noto (1 \/ 0|0 \/ 1) \/ 0/);
  await looksRight(page, 'operatore-dossier');
  await page.goBack();
  await page.getByRole('link', { name: 'Prova la regola' }).click();
  await page.getByLabel('Quota pagata dal contributo, in percento').fill('50');
  await page.getByRole('button', { name: 'Prova', exact: true }).click();
  await page.getByRole('heading', { name: 'Acquisti' }).waitFor();
  expect(await textOf(page)).toMatch(/Euro 28,00 € 20,00 €/);
  await looksRight(page, 'operatore-prova-la-regola');
  await page.goBack();
}

/** The fund of the call, at its own page. */
export async function seesFund(page: Page, figures: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Bandi e fondo' }).click();
  await page.getByRole('link', { name: 'LABOR: buoni salvatempo' }).click();
  for (const figure of figures) await page.getByRole('main').getByText(figure).first().waitFor();
}

/** From the last purchase to the funder's payment; more than was reported is told and what was typed stays. The call's page is open. */
export async function bringsGrantToItsEnd(page: Page, firm: string): Promise<void> {
  const open = (act: string): Promise<void> => page.getByRole('button', { name: `${act}: ${firm}` }).click();
  const dialog = page.getByRole('dialog');
  const send = (act: string): Promise<void> => dialog.getByRole('button', { name: act, exact: true }).click();
  await open('Chiudi le spese');
  await send('Chiudi le spese');
  await dialog.getByText('Questo campo serve').waitFor();
  await looksRight(page, 'operatore-chiusura');
  await dialog.getByLabel('Motivo').fill('acquisti conclusi');
  await send('Chiudi le spese');
  await page.getByText('spese concluse, da rendicontare').waitFor();
  await open('Rendiconta');
  await dialog.getByLabel('Motivo').fill('documenti completi');
  await send('Rendiconta');
  await page.getByText('rendicontata, da verificare').waitFor();
  await open('Verifica');
  await dialog.getByLabel('Motivo').fill('controllo sui documenti');
  await dialog.getByLabel('Importo ammesso').fill('28,01');
  await send('Verifica');
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel('Motivo').inputValue()).toBe('controllo sui documenti');
  await looksRight(page, 'operatore-verifica');
  await dialog.getByLabel('Importo ammesso').fill('28,00');
  await send('Verifica');
  await page.getByText('verificata, da liquidare').waitFor();
  await open('Registra la liquidazione');
  await dialog.getByText('Somma ammessa: 28,00').waitFor();
  await dialog.getByLabel('Motivo').fill('liquidata');
  await dialog.getByLabel('Estremi del pagamento').fill('grazie mille');
  await send('Registra la liquidazione');
  await dialog.getByText('Scrivere solo il numero').waitFor();
  await dialog.getByLabel('Estremi del pagamento').fill('mandato 418/2026');
  await send('Registra la liquidazione');
  await page.getByText('(mandato 418/2026)').waitFor();
  await page.getByRole('button', { name: `Storia: ${firm}` }).click();
  await page.getByText('controllo sui documenti').waitFor();
  await looksRight(page, 'operatore-contributo');
}

/** A paid grant is taken back, and what the firm pays back is recorded: a part, and no more than it owes. The call's page is open. */
export async function recoversGrant(page: Page, firm: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `Revoca: ${firm}` }).click();
  await dialog.getByLabel('Motivo').fill('requisiti mancanti');
  await dialog.getByRole('button', { name: 'Revoca', exact: true }).click();
  await page.getByText('Da restituire: 28,00').waitFor();
  await page.getByRole('button', { name: `Registra una restituzione: ${firm}` }).click();
  const send = (): Promise<void> => dialog.getByRole('button', { name: 'Registra una restituzione', exact: true }).click();
  await dialog.getByLabel('Importo restituito').fill('28,01');
  await dialog.getByLabel('Estremi del pagamento').fill('CRO 12345678901');
  await send();
  await dialog.getByText('erano dovuti 28,00').waitFor();
  await looksRight(page, 'operatore-restituzione');
  await dialog.getByLabel('Importo restituito').fill('10,00');
  await send();
  await page.getByText('Da restituire: 18,00').waitFor();
  await page.getByText(/^Restituiti 10,00/).waitFor();
  await page.getByText('Recuperato dalle imprese').waitFor();
  await looksRight(page, 'operatore-recupero');
}
