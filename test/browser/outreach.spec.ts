import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const csvFile = (text: string) => ({ name: 'contatti.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

(executable === undefined ? describe.skip : describe)('outreach, from a list of firms to one that joins', () => {
  const world = invent(19);
  const stage = setStage(executable, { office: WIDE, firm: WIDE });

  it('begins with a file, of which a wrong one is explained by line and column', async () => {
    const { page } = stage.office;
    await operatorBegins(page, stage.product.welcome);
    await page.getByRole('link', { name: 'Contatti', exact: true }).click();
    await page.getByText('Nessuna impresa da contattare finora.').first().waitFor();
    await looksRight(page, 'operatore-contatti-vuoto');
    await page.getByLabel('File delle imprese').setInputFiles(csvFile(`partita_iva,nome,comune\n${world.firmVat},${world.firmName},Atlantide\n`));
    await page.getByRole('button', { name: 'Carica', exact: true }).click();
    await page.getByText('Riga 2, colonna 3 (comune)').waitFor();
    await page.getByLabel('File delle imprese').setInputFiles(csvFile(`partita_iva,nome,comune,segnalato_da\n${world.firmVat},${world.firmName},Casalpusterlengo,Codogno\n00743110157,Bottega,Lodi,\n`));
    await page.getByRole('button', { name: 'Carica', exact: true }).click();
    await page.getByText('Aggiunte 2, già in elenco 0, già registrate 0.').waitFor();
    await page.getByText('In elenco: 2 su 2').first().waitFor();
    await looksRight(page, 'operatore-contatti');
  });

  it('goes on by the keyboard, and the figures follow', async () => {
    const { page } = stage.office;
    await page.getByLabel('File delle imprese').focus();
    await tabTo(page, `${world.firmName}: contattata oggi`);
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${world.firmName}: invitata oggi` }).waitFor();
    await page.getByText('Contattate: 1 su 2').first().waitFor();
  });

  it('counts a firm that registers as joined, without anybody writing it down', async () => {
    await firmRegisters(stage.firm.page, stage.product.url, world);
    const { page } = stage.office;
    await page.getByText('Aderenti: 1 su 2').first().waitFor();
    await page.getByText('Aderente', { exact: true }).waitFor();
    expect(await textOf(page)).toContain('Casalpusterlengo 1 1 0 0 1');
    await looksRight(page, 'operatore-contatti-aderente');
  });
});
