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
  await page.getByText('LABOR: buoni salvatempo, ').waitFor();
  await looksRight(page, 'cooperativa-rendiconto');
}

/** What the call created with the cooperative: no number is taken for zero, and a month said again is put right. */
export async function declaresWork(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Dichiara un mese' });
  await page.getByText('Nessun mese dichiarato finora.').waitFor();
  await form.getByLabel('Posti creati, donne').fill('uno');
  await form.getByRole('button', { name: 'Dichiara' }).click();
  await form.getByText('Un numero intero, anche 0').waitFor();
  await form.getByText('Questo campo serve').first().waitFor();
  await looksRight(page, 'cooperativa-lavoro-vuoto');
  for (const [label, value] of [['Posti creati, donne', '2'], ['Posti creati, uomini', '0'], ['Ore di lavoro, donne', '150'], ['Ore di lavoro, uomini', '0']] as const) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: 'Dichiara' }).click();
  await page.getByText('Donne: posti 2, ore 150. Uomini: posti 0, ore 0. Ore di apertura in più: non noto.').waitFor();
  for (const [label, value] of [['Posti creati, donne', '1'], ['Posti creati, uomini', '0'], ['Ore di lavoro, donne', '120'], ['Ore di lavoro, uomini', '0'], ['Ore di apertura in più', '8']] as const) await form.getByLabel(label).fill(value);
  await form.getByLabel('Ore di apertura in più').press('Enter');
  await page.getByText('Donne: posti 1, ore 120. Uomini: posti 0, ore 0. Ore di apertura in più: 8.').waitFor();
  await looksRight(page, 'cooperativa-lavoro');
}

/** The call asks for invoices: one that doesn't add up, or lacks the call's CUP, is refused, and one that was wrong is taken off. */
export async function bills(page: Page): Promise<void> {
  await page.getByText('40,00 € da fatturare').click();
  const form = page.getByRole('form', { name: /^Scrivi la fattura di «LABOR: buoni salvatempo»/ });
  await form.getByRole('button', { name: 'Scrivi la fattura' }).click();
  await form.getByText('Questo campo serve').first().waitFor();
  await looksRight(page, 'cooperativa-fattura-vuota');
  await form.getByLabel('Numero').fill('12/pa');
  await form.getByLabel('Imponibile').fill('32,79');
  await form.getByLabel('IVA', { exact: true }).fill('7,20');
  await form.getByLabel('CUP sulla fattura').fill('E61B26000010007');
  await form.getByRole('button', { name: 'Scrivi la fattura' }).click();
  await form.getByText('devono dare insieme 40,00 €').waitFor();
  expect(await form.getByLabel('Numero').inputValue()).toBe('12/pa');
  await form.getByLabel('IVA', { exact: true }).fill('7,21');
  await form.getByLabel('IVA', { exact: true }).press('Enter');
  await page.getByText('Fattura 12/PA del').waitFor();
  await page.getByText('Nessun lavoro da fatturare').waitFor();
  await looksRight(page, 'cooperativa-fatture');
  await page.getByRole('button', { name: 'Togli la fattura 12/PA' }).click();
  await page.getByText('40,00 € da fatturare').click();
  await form.getByLabel('Numero').fill('13/PA');
  await form.getByLabel('Imponibile').fill('40,00');
  await form.getByLabel('IVA', { exact: true }).fill('0');
  await form.getByLabel('CUP sulla fattura').fill('E61B26000010007');
  await form.getByRole('button', { name: 'Scrivi la fattura' }).click();
  await page.getByText('Fattura 13/PA del').waitFor();
}

const FATTURA_PA = `<?xml version="1.0"?><p:FatturaElettronica versione="FPR12"><FatturaElettronicaBody><DatiGeneraliDocumento><Numero>14/PA</Numero></DatiGeneraliDocumento><DatiContratto><CodiceCUP>E61B26000010007</CodiceCUP></DatiContratto><DatiRiepilogo><ImponibileImporto>32.79</ImponibileImporto><Imposta>7.21</Imposta></DatiRiepilogo></FatturaElettronicaBody></p:FatturaElettronica>`;
const asFile = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

/** The invoice's file is handed in: afterwards, or with it, and then an electronic invoice fills the form in. A file of another kind is refused. */
export async function handsInvoicesIn(page: Page): Promise<void> {
  await page.getByLabel('Manca il file della fattura 13/PA').setInputFiles(asFile('fattura.doc', 'a letter'));
  await page.getByText('Si accettano PDF').waitFor();
  await looksRight(page, 'cooperativa-fattura-senza-file');
  await page.getByLabel('Manca il file della fattura 13/PA').setInputFiles(asFile('fattura.pdf', '%PDF-1.4\n%%EOF'));
  await page.getByRole('link', { name: 'Apri il file della fattura 13/PA' }).waitFor();
  await page.getByRole('button', { name: 'Togli la fattura 13/PA' }).click();
  await page.getByText('40,00 € da fatturare').click();
  const form = page.getByRole('form', { name: /^Scrivi la fattura di «LABOR: buoni salvatempo»/ });
  await form.getByLabel('File della fattura').setInputFiles(asFile('IT01.xml', FATTURA_PA));
  await form.getByText('Sarà caricato con la fattura: IT01.xml').waitFor();
  expect(await Promise.all(['Numero', 'Imponibile', 'CUP sulla fattura'].map((label) => form.getByLabel(label).inputValue()))).toEqual(['14/PA', '32,79\u00a0€', 'E61B26000010007']);
  await looksRight(page, 'cooperativa-fattura-letta');
  await form.getByRole('button', { name: 'Scrivi la fattura' }).click();
  await page.getByRole('link', { name: 'Apri il file della fattura 14/PA' }).waitFor();
}
