import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { operatorBegins, opensCall, PASSWORD } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, WIDE } from './chromium';
import { looksRight, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const CODES = 'Reti e associazioni a cui l’impresa aderisce';
const CRAFT = 'L’impresa è iscritta all’Albo artigiani';

(executable === undefined ? describe.skip : describe)('an application, from the first word to the last', () => {
  const world = invent(41);
  const stage = setStage(executable, { office: WIDE, firm: WIDE, phone: WIDE });

  beforeAll(async () => {
    await operatorBegins(stage.office.page, stage.product.welcome);
    await opensCall(stage.office.page);
    await firmRegisters(stage.firm.page, stage.product.url, world);
  });

  it('is kept while it is typed, says so, and is there again after the page was left at once', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Bandi', exact: true }).click();
    await page.getByText('Ciò che si scrive si salva da sé').waitFor();
    await page.getByLabel(CRAFT).check();
    await page.getByText('Bozza salvata').waitFor();
    await looksRight(page, 'impresa-domanda');
    await page.getByLabel(CODES).fill('rete-lo');
    await page.getByRole('link', { name: 'Dipendenti', exact: true }).click();
    await page.getByText('Nessuno in elenco finora.').waitFor();
    await page.getByRole('link', { name: 'Bandi', exact: true }).click();
    await page.getByText('Bozza salvata').waitFor();
    expect([await page.getByLabel(CODES).inputValue(), await page.getByLabel(CRAFT).isChecked()]).toEqual(['rete-lo', true]);
  });

  it('goes on on another device, and the first one is told instead of writing over it', async () => {
    const { page } = stage.phone;
    await page.goto(stage.product.url);
    await ask(page, 'POST', '/api/identity/sessions', { username: world.owner, password: PASSWORD });
    await page.goto(`${stage.product.url}/impresa/bandi`);
    await page.getByText('Bozza salvata').waitFor();
    expect(await page.getByLabel(CODES).inputValue()).toBe('rete-lo');
    await page.getByLabel(CODES).fill('Rete Lodi!');
    await tabTo(page, /^Chiedi il contributo/);
    await page.keyboard.press('Enter');
    await page.getByText('Ogni codice ha lettere, cifre e trattini').waitFor();
    await page.getByText('Non ancora salvata').waitFor({ state: 'detached' });
    await stage.firm.page.getByLabel(CODES).fill('altro');
    await stage.firm.page.getByRole('alert').waitFor();
    expect(await textOf(stage.firm.page)).toContain('La bozza è stata cambiata altrove');
    await stage.firm.page.getByRole('button', { name: 'Riapri la bozza' }).click();
    await stage.firm.page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await stage.firm.page.getByLabel(CODES).inputValue()).toBe('Rete Lodi!');
  });

  it('is thrown away, typed anew and submitted', async () => {
    const { page } = stage.firm;
    await page.getByRole('button', { name: /^Butta la bozza/ }).click();
    await page.getByText('Ciò che si scrive si salva da sé').waitFor();
    expect([await page.getByLabel(CODES).inputValue(), await page.getByLabel(CRAFT).isChecked()]).toEqual(['', false]);
    await page.getByLabel(CODES).fill('rete-lodi, confartigianato');
    await page.getByRole('button', { name: /^Chiedi il contributo/ }).click();
    await page.getByText('Contributo concesso').waitFor();
    expect(await page.getByLabel(CODES).count()).toBe(0);
  });
});
