import { operatorBegins } from './as-operator';
import { chromiumPath, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('the rules that the platform decides by, edited by an operator', () => {
  const stage = setStage(executable, { office: WIDE });

  it('are listed with their versions, and say in words what holds when, by which norm and how surely', async () => {
    const { page } = stage.office;
    await operatorBegins(page, stage.product.welcome);
    await page.getByRole('link', { name: 'Regole', exact: true }).click();
    await page.getByText('Versione 2026-11, mai modificata qui.').first().waitFor();
    await looksRight(page, 'operatore-regole');
    await page.getByRole('link', { name: 'Massimali de minimis' }).click();
    await page.getByText('Nessuna modifica finora').waitFor();
    expect(await textOf(page)).toContain('De minimis, regolamento (UE) 2023/2831 300.000,00 € negli ultimi 3 anni dal lun 1 gen 2024 al mar 31 dic 2030 Reg. (UE) 2023/2831 art. 3 letta nella norma');
    await looksRight(page, 'operatore-regole-massimali');
  });

  it('aren’t changed by what can’t be, and the form keeps what was typed', async () => {
    const { page } = stage.office;
    await page.getByRole('button', { name: 'Vedi l’anteprima' }).click();
    await page.getByText('Questo campo serve').waitFor();
    await page.getByLabel('Massimale in euro').fill('tanti');
    await page.getByRole('button', { name: 'Vedi l’anteprima' }).click();
    await page.getByText('Scrivere un importo').waitFor();
    await page.getByLabel('Massimale in euro').fill('350.000');
    await page.getByLabel('Motivo della modifica').fill('massimale rivisto');
    await page.getByLabel('Primo giorno del valore nuovo').fill('2026-01-01');
    await page.getByRole('button', { name: 'Vedi l’anteprima' }).click();
    await page.getByText('Per i giorni passati le decisioni sono già state prese').waitFor();
    expect(await page.getByLabel('Massimale in euro').inputValue()).toBe('350.000');
    await looksRight(page, 'operatore-regole-rifiuto');
  });

  it('are shown as they would be, then confirmed by the keyboard, and the history says what was done', async () => {
    const { page } = stage.office;
    await page.getByLabel('Primo giorno del valore nuovo').fill('2030-01-01');
    await page.getByLabel('Norma').fill('Reg. (UE) 2026/1 art. 3');
    await page.getByLabel('Quanto è certa').selectOption('secondary');
    await page.getByRole('button', { name: 'Vedi l’anteprima' }).click();
    const preview = page.getByRole('dialog', { name: 'Anteprima della modifica' });
    await preview.getByText('350.000,00 € negli ultimi 3 anni').waitFor();
    await preview.getByText('dal lun 1 gen 2024 al lun 31 dic 2029').waitFor();
    await looksRight(page, 'operatore-regole-anteprima');
    await tabTo(page, 'Conferma la modifica');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Modifica fatta: ora vale la versione 2026-11.1.').waitFor();
    await page.getByRole('heading', { name: 'Versione 2026-11.1' }).waitFor();
    const text = await textOf(page);
    expect(text).toContain('Motivo: massimale rivisto');
    expect(text).toContain('Chiusa: De minimis, regolamento (UE) 2023/2831, 300.000,00 € negli ultimi 3 anni, dal lun 1 gen 2024 al lun 31 dic 2029');
    expect(text).toContain('Aggiunta: De minimis, regolamento (UE) 2023/2831, 350.000,00 € negli ultimi 3 anni, dal mar 1 gen 2030 al mar 31 dic 2030 (Reg. (UE) 2026/1 art. 3)');
    await looksRight(page, 'operatore-regole-storia');
  });

  it('have a rate of interest corrected in its place', async () => {
    const { page } = stage.office;
    await page.getByRole('link', { name: 'Tutte le tabelle' }).click();
    await page.getByText('Versione 2026-11.1, modificata qui.').waitFor();
    await page.getByRole('link', { name: 'Interessi sul recupero' }).click();
    await page.getByLabel('Riga da modificare').selectOption('rate/2027-01-01');
    await page.getByLabel('Come', { exact: true }).selectOption('in-place');
    expect(await page.getByLabel('Tasso annuo, in percento').inputValue()).toBe('1,6');
    await page.getByLabel('Tasso annuo, in percento').fill('2,25');
    await page.getByLabel('Quanto è certa').selectOption('primary');
    await page.getByLabel('Motivo della modifica').fill('decreto di dicembre');
    await page.getByRole('button', { name: 'Vedi l’anteprima' }).click();
    await page.getByRole('dialog').getByText('2,25% l’anno').waitFor();
    await page.getByRole('button', { name: 'Conferma la modifica' }).click();
    await page.getByText('Modifica fatta: ora vale la versione 2026-11.1.').waitFor();
    expect(await textOf(page)).toContain('Corretta: Interesse legale, 2,25% l’anno, dal ven 1 gen 2027 in poi');
    await looksRight(page, 'operatore-regole-interessi');
  });
});
