import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('mediators’ hours, from a fund to what was worked', () => {
  const world = invent(23);
  const stage = setStage(executable, { office: WIDE, firm: WIDE });

  it('begins with a fund of each Comune’s hours, in which none stands twice', async () => {
    const { page } = stage.office;
    await operatorBegins(page, stage.product.welcome);
    await page.getByRole('link', { name: 'Ore', exact: true }).click();
    await page.getByText('Nessun fondo di ore finora.').waitFor();
    await page.getByRole('button', { name: 'Apri il fondo' }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'operatore-ore-vuoto');
    await page.getByLabel('Nome del fondo').fill('Mediatori culturali');
    await page.getByLabel('Ore del Comune 1').fill('tre');
    await page.getByRole('button', { name: 'Aggiungi un Comune' }).click();
    await page.getByLabel('Comune 2', { exact: true }).selectOption('E648');
    await page.getByLabel('Ore del Comune 2').fill('2');
    await page.getByRole('button', { name: 'Apri il fondo' }).click();
    await page.getByText('Scrivere ore intere (40) o ore e minuti (1:30)').waitFor();
    await page.getByText('Questo Comune c’è già').waitFor();
    await page.getByLabel('Ore del Comune 1').fill('3');
    await page.getByLabel('Comune 2', { exact: true }).selectOption('C816');
    await page.getByRole('button', { name: 'Apri il fondo' }).click();
    await page.getByText('Fondo aperto.').waitFor();
    await page.getByRole('heading', { name: 'Mediatori culturali' }).waitFor();
    expect(await textOf(page)).toContain('Tutti i Comuni 5 h 0 h 0 h 5 h');
  });

  it('gives a firm what it asks for by the keyboard, and says what is left', async () => {
    const { page } = stage.firm;
    await firmRegisters(page, stage.product.url, world);
    await page.getByRole('link', { name: 'Ore', exact: true }).click();
    await page.getByLabel('Ore', { exact: true }).fill('3:30');
    await page.getByRole('button', { name: 'Riserva le ore' }).click();
    await page.getByText('Le ore libere di questo Comune non bastano').waitFor();
    expect(await page.getByLabel('Ore', { exact: true }).inputValue()).toBe('3:30');
    await page.getByLabel('Ore', { exact: true }).fill('1:30');
    await tabTo(page, 'Riserva le ore');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Riservate 1 h 30 min.').waitFor();
    await page.getByText('1 h 30 min a Lodi').waitFor();
    expect(await textOf(page)).toContain('Lodi 3 h 1 h 30 min 0 h 1 h 30 min');
    await looksRight(page, 'impresa-ore');
  });

  it('has what was worked written down with its proof, and frees the rest', async () => {
    const { page } = stage.office;
    await page.reload();
    await page.getByText(world.firmName).waitFor();
    await page.getByText('Registra le ore svolte').click();
    const form = page.getByRole('form', { name: /^Registra le ore svolte/ });
    await form.getByLabel('Ore svolte').fill('1');
    await form.getByLabel('Numero del registro').fill('firmato da Anna');
    await form.getByRole('button', { name: 'Registra' }).click();
    await form.getByText('Scrivere il numero').waitFor();
    await looksRight(page, 'operatore-ore');
    await form.getByLabel('Numero del registro').fill('registro 12/2026');
    await form.getByRole('button', { name: 'Registra' }).click();
    await page.getByText('1 h svolte di 1 h 30 min').waitFor();
    await page.getByLabel('Ore', { exact: true }).fill('0:30');
    await page.getByRole('button', { name: 'Riserva le ore' }).click();
    await page.getByRole('button', { name: /^Restituisci Scuola o ufficio/ }).click();
    await page.getByText('30 min restituite, Lodi').waitFor();
    await page.waitForFunction((row) => document.querySelector('main')!.innerText.replace(/\s+/g, ' ').includes(row), 'Lodi 3 h 0 h 1 h 2 h');
  });
});
