import { invent } from '../../scripts/tour/invented';
import { today } from '../scenarios/world/days';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { firmOfOne } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('an expense that is tried before it is made', () => {
  const world = invent(59);
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW });

  beforeAll(async () => {
    await firmOfOne(stage, world, 'Piano', [3_000, 100], [40_000, 200]);
  }, 120_000);

  it('is asked by the keyboard, and answered with its lots, the year, what is left and by which norm', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/dipendente`);
    await page.getByRole('link', { name: 'Simula', exact: true }).click();
    await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
    await page.getByText('Questo campo serve').waitFor();
    await looksRight(page, 'simula-vuoto');
    await page.getByLabel('Che spesa è').selectOption('utenze');
    await page.getByLabel('Quanto costa (euro)').fill('50,00');
    await tabTo(page, 'Vedi che cosa succede');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Il credito può pagare.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    const said = await textOf(page);
    expect(said).toMatch(/credito che scade il .* 30,00 € credito che scade il .* 20,00 €/);
    for (const words of ['ora 430,00 €, dopo 380,00 €', 'restano ora 1.000,00 €, dopo 950,00 €', 'Lettera c.3', 'L. 207/2024', 'si può chiedere indietro']) expect(said).toContain(words);
    await looksRight(page, 'simula');
  });

  it('says why not, keeps what was typed, and takes nothing', async () => {
    const { page } = stage.employee;
    await page.getByLabel('Quanto costa (euro)').fill('500,00');
    await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
    await page.getByText('Il credito non può pagare.').waitFor();
    await page.getByText('ora 430,00 €, dopo 430,00 €').waitFor();
    expect(await page.getByLabel('Quanto costa (euro)').inputValue()).toBe('500,00');
    await page.getByLabel('Che spesa è').selectOption('palestra');
    await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
    await page.getByText('La lettera f non consuma la soglia').waitFor();
    await page.getByText('non si può rimborsare').waitFor();
    await looksRight(page, 'simula-no');
  });

  it('counts what other employers gave, and stops at the threshold', async () => {
    const { page } = stage.employee;
    await ask(page, 'POST', '/api/benefits/accounts/mine/year-declarations', { taxYear: Number(today().slice(0, 4)), externalCents: 98_000, childFiscalCodes: [], declarationAccepted: true });
    await page.goto(`${stage.product.url}/simula`);
    await page.getByLabel('Che spesa è').selectOption('utenze');
    await page.getByLabel('Quanto costa (euro)').fill('20,01');
    await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
    await page.getByText('Il credito non può pagare.').waitFor();
    await page.getByText('Sono compresi 980,00').waitFor();
    await page.getByLabel('Quanto costa (euro)').fill('20,00');
    await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
    await page.getByText('Il credito può pagare.').waitFor();
    await page.getByText('restano ora 20,00 €, dopo 0,00 €').waitFor();
  });
});
