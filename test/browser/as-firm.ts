import { workbookOf } from '@salvatempo/testing';
import type { Page } from 'playwright-core';
import type { Invented } from '../../scripts/tour/invented';
import { PASSWORD } from './as-operator';
import { looksRight, tabTo, textOf } from './looks';

const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function opensAccount(page: Page, url: string, kind: string, username: string): Promise<void> {
  await page.goto(`${url}/accesso`);
  await page.getByRole('link', { name: 'Registra un’impresa o una cooperativa' }).click();
  await page.getByRole('button', { name: kind }).click();
  await page.getByLabel('Nome utente').fill(username);
  await page.getByLabel('Nuova password').fill(PASSWORD);
  await page.getByLabel('Ripeti la password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continua' }).click();
}

/** A firm registers; a wrong partita IVA is told, and what was typed stays. */
export async function firmRegisters(page: Page, url: string, world: Invented): Promise<void> {
  await page.goto(`${url}/registrazione`);
  await looksRight(page, 'registrazione');
  await opensAccount(page, url, 'Un’impresa', world.owner);
  await page.getByLabel('Nome dell’impresa').fill(world.firmName);
  const wrong = world.firmVat.slice(0, 10) + String((Number(world.firmVat[10]) + 1) % 10);
  await page.getByLabel('Partita IVA').fill(wrong);
  await page.getByRole('textbox', { name: 'Dipendenti' }).fill('3');
  await page.getByLabel('Codice ATECO').fill('14.13');
  await page.getByLabel('Comune della sede').fill('Casalpusterlengo');
  await page.getByLabel('Dichiaro').check();
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByRole('alert').waitFor();
  await looksRight(page, 'registrazione-impresa');
  expect(await page.getByLabel('Nome dell’impresa').inputValue()).toBe(world.firmName);
  await page.getByLabel('Partita IVA').fill(world.firmVat);
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByRole('heading', { level: 1, name: world.firmName }).waitFor();
  await looksRight(page, 'impresa-inizio');
}

const PREVIEW = 'Guarda l’anteprima';
const xlsxFile = (name: string, rows: readonly (readonly string[])[]) => ({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbookOf(rows) });

/**
 * Employees come in by CSV and spreadsheet: a broken file is explained by line and column, a right one is shown before it
 * changes anything, and confirmed by keyboard; the codes make a sheet.
 */
export async function firmBringsPeople(page: Page, world: Invented): Promise<string[]> {
  const rows = world.employees.map(({ fiscalCode, name, surname }) => [fiscalCode, name, surname]);
  const csv = ['codice_fiscale,nome,cognome', ...rows.map((row) => row.join())].join('\n');
  const file = page.getByLabel('File dei dipendenti');
  await page.getByRole('link', { name: 'Dipendenti', exact: true }).click();
  await page.getByText('Nessuno in elenco finora.').waitFor();
  await file.setInputFiles(csvFile('rotto.csv', csv.replace(world.employees[1]!.fiscalCode, 'NONVALIDO')));
  await page.getByRole('button', { name: PREVIEW }).click();
  await page.getByText('Riga 3, colonna 1 (codice_fiscale)').waitFor();
  await looksRight(page, 'impresa-file-rifiutato');
  expect(await textOf(page)).toContain('Nessuno in elenco finora.');
  await previewsAndLeaves(page, xlsxFile('dipendenti.xlsx', [['codice_fiscale', 'nome', 'cognome', 'categoria'], [...rows[0]!, 'operai']]));
  await file.setInputFiles(csvFile('dipendenti.csv', csv));
  await page.getByRole('button', { name: PREVIEW }).click();
  await page.getByText('Nel file 3 persone: 3 da aggiungere').waitFor();
  await tabTo(page, 'Conferma e carica', 5);
  await page.keyboard.press('Enter');
  await page.getByText('3 persone aggiunte').waitFor();
  await page.getByText(world.employees[2]!.fiscalCode).waitFor();
  await looksRight(page, 'impresa-dipendenti');
  await namesAreShownBefore(page, csv, world);
  return sheetOfCodes(page, world);
}

/** A preview is not an import: who leaves it has changed nothing. */
async function previewsAndLeaves(page: Page, file: ReturnType<typeof xlsxFile>): Promise<void> {
  await page.getByLabel('File dei dipendenti').setInputFiles(file);
  await page.getByRole('button', { name: PREVIEW }).click();
  await page.getByText('Nel file 1 persone: 1 da aggiungere').waitFor();
  await page.getByText('Categorie con una sola persona in questo file: operai').waitFor();
  await looksRight(page, 'impresa-anteprima');
  await page.getByRole('button', { name: 'Lascia perdere' }).click();
  expect(await textOf(page)).toContain('Nessuno in elenco finora.');
}

/** The same list with another name: what is known and what would be are both shown, and nothing is sent. */
async function namesAreShownBefore(page: Page, csv: string, { employees: [first] }: Invented): Promise<void> {
  await page.getByLabel('File dei dipendenti').setInputFiles(csvFile('cambiato.csv', csv.replace(`,${first!.surname}`, ',Nuovocognome')));
  await page.getByRole('button', { name: PREVIEW }).click();
  await page.getByText(`riga 2, finora ${first!.name} ${first!.surname}`).waitFor();
  await page.getByText('1 da aggiornare, 2 uguali').waitFor();
  await page.getByRole('button', { name: 'Lascia perdere' }).click();
}

async function sheetOfCodes(page: Page, world: Invented): Promise<string[]> {
  await page.getByRole('link', { name: 'Foglio dei codici da stampare' }).click();
  await page.locator('.slip').nth(2).waitFor();
  for (const { name, surname } of world.employees) await page.getByText(`${name} ${surname}`).first().waitFor();
  await looksRight(page, 'impresa-foglio');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.locator('.slip .code').count()).toBe(3);
  await page.emulateMedia({ media: 'screen' });
  const first = page.locator('.slip').filter({ hasText: world.employees[0]!.fiscalCode.slice(-4) });
  return [await first.locator('.code').innerText()];
}

/** Plan, credit for everybody, and the incentive. */
export async function firmGivesCredit(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Piano e credito' }).click();
  await page.getByRole('button', { name: 'Apri il piano' }).click();
  await page.getByLabel('Importo a testa').fill('cento');
  await page.getByRole('button', { name: 'Accredita' }).click();
  await page.getByText('Scrivere un importo in euro').waitFor();
  await page.getByLabel('Importo a testa').fill('100,00');
  await page.getByRole('button', { name: 'Accredita' }).click();
  await page.getByText(/a testa per 3 persone/).waitFor();
  await looksRight(page, 'impresa-piano');
}

export async function firmApplies(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bandi', exact: true }).click();
  await page.getByRole('button', { name: /^Chiedi il contributo/ }).click();
  await page.getByText('Contributo concesso').waitFor();
  await looksRight(page, 'impresa-bandi');
  expect(await textOf(page)).toContain('1.000,00 €');
}

/** A cooperative registers and waits. */
export async function cooperativeRegisters(page: Page, url: string, world: Invented): Promise<void> {
  await opensAccount(page, url, 'Una cooperativa', world.manager);
  await page.getByLabel('Nome della cooperativa').fill(world.cooperativeName);
  await page.getByLabel('Partita IVA').fill(world.cooperativeVat);
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByText('In attesa di accreditamento').waitFor();
  await looksRight(page, 'cooperativa-attesa');
}

const PRICES = ['codice,titolo,prezzo,servizio,validita_giorni', 'STIRO5,"Stireria, 5 kg","40,00",laundry-ironing,60', 'CASA,"Pulizie di casa, un mese","500,00",house-cleaning,60'];

export async function cooperativePublishes(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: 'Offerte', exact: true }).click();
  await page.getByLabel('File CSV delle offerte').setInputFiles(csvFile('rotto.csv', PRICES.join('\n').replace('500,00', 'gratis')));
  await page.getByRole('button', { name: 'Carica', exact: true }).click();
  await page.getByText('Riga 3, colonna 3 (prezzo)').waitFor();
  await page.getByLabel('File CSV delle offerte').setInputFiles(csvFile('offerte.csv', PRICES.join('\n')));
  await page.getByRole('button', { name: 'Carica', exact: true }).click();
  await page.getByText('2 offerte nuove o cambiate').waitFor();
  await page.getByText('Stireria, 5 kg').first().waitFor();
  await looksRight(page, 'cooperativa-offerte');
}
