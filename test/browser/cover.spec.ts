import { invent } from '../../scripts/tour/invented';
import { inDays, today } from '../scenarios/world/days';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { activates, opensPlan, ownFirm, takesInFirst } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const asFile = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const HEADER = 'data;importo;causale;riferimento_banca;ordinante\n';

(executable === undefined ? describe.skip : describe)('credit that waits for the firm’s transfer', () => {
  const world = invent(47);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW });
  let reference: string;

  beforeAll(async () => {
    const { office, firm, employee, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const firmId = await ownFirm(firm.page);
    const code = await takesInFirst(firm.page, firmId, person!);
    await opensPlan(firm.page, firmId, 'Piano');
    await activates(employee.page, product.url, person!, code);
  }, 120_000);

  it('is limited by the guarantee that the office sets, by the keyboard and with its reason', async () => {
    const { page } = stage.office;
    await page.getByRole('link', { name: 'Crediti delle imprese', exact: true }).click();
    await page.getByText('Nessuna impresa ha ancora accreditato.').waitFor();
    await page.getByRole('button', { name: 'Imposta la garanzia' }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'operatore-crediti-vuoto');
    await page.getByLabel('Credito che può dare prima di versarlo').fill('50,00');
    await page.getByLabel('Perché').fill('prima fideiussione');
    await tabTo(page, 'Imposta la garanzia');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Garanzia impostata.').waitFor();
    await page.getByRole('cell', { name: /50,00.*prima fideiussione/ }).waitFor();
  });

  it('is announced when the firm gives more, and the firm is told what to transfer and how', async () => {
    const { firm, employee } = stage;
    const { page } = firm;
    await page.getByRole('link', { name: 'Piano e credito', exact: true }).click();
    await page.getByLabel('Importo a testa').fill('80,00');
    await page.getByLabel('Ultimo giorno per spenderlo').fill(inDays(200));
    await page.getByRole('button', { name: /^Accredita/ }).click();
    await page.getByText('L’accredito è annunciato e in attesa del bonifico').waitFor();
    await looksRight(page, 'impresa-accredito-in-attesa');
    await page.getByRole('link', { name: 'Crediti e pagamenti', exact: true }).first().click();
    await page.getByText('Proforma n. 1').first().waitFor();
    const text = await textOf(page);
    for (const part of ['In attesa del bonifico', 'Da versare: 80,00 €', 'su una garanzia di 50,00 €', 'Nessun bonifico finora']) expect(text).toContain(part);
    reference = (await page.locator('.rows .code').first().innerText()).trim();
    await looksRight(page, 'impresa-crediti-attesa');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica la proforma n. 1 (PDF)' }).click()]);
    expect(download.suggestedFilename()).toBe('proforma-1.pdf');
    await employee.page.goto(`${stage.product.url}/dipendente`);
    await employee.page.getByText('Credito annunciato').waitFor();
    expect(await textOf(employee.page)).toContain('80,00 € per la lettera c.3, in attesa del bonifico');
    await looksRight(employee.page, 'dipendente-credito-annunciato');
  });

  it('comes by the bank’s statement: a wrong file is told line by line, a right one credits and shows what is left to assign', async () => {
    const { page } = stage.office;
    await page.reload();
    const file = page.getByLabel('File della banca');
    await file.setInputFiles(asFile('rotto.csv', `${HEADER}30/02/2026;80,00;${reference};CRO 1;Ditta\n`));
    await page.getByRole('button', { name: 'Carica l’estratto conto' }).click();
    await page.getByText('Riga 2, colonna 1').waitFor();
    await looksRight(page, 'operatore-estratto-rifiutato');
    await file.setInputFiles(asFile('banca.csv', `${HEADER}${today()};60,00;acconto ${reference};CRO 1;${world.firmName}\n${today()};25,00;saldo welfare;CRO 2;${world.firmName}\n`));
    await page.getByRole('button', { name: 'Carica l’estratto conto' }).click();
    await page.getByText('Accrediti: 2. Riconosciuti: 1, da assegnare: 1').waitFor();
    await page.getByText('saldo welfare').waitFor();
    await looksRight(page, 'operatore-crediti');
    await page.getByRole('button', { name: /^Di chi è: 25,00/ }).click();
    await page.getByRole('dialog').getByText('Si dice una volta sola').waitFor();
    await looksRight(page, 'operatore-movimento');
    await page.getByRole('dialog').getByRole('button', { name: 'Assegna all’impresa' }).click();
    await page.getByText('Nessun movimento da assegnare.').waitFor();
  });

  it('is there to be spent, and the firm sees each euro', async () => {
    const { firm, employee } = stage;
    const { page } = firm;
    for (let tries = 0; tries < 40 && (await page.getByText('Versata').count()) === 0; tries += 1) await page.reload().then(() => page.getByText('Proforma n. 1').first().waitFor());
    await looksRight(page, 'impresa-crediti');
    const text = await textOf(page);
    for (const part of ['Versato in tutto 85,00 €', 'Credito accreditato 80,00 €', 'Versato e non ancora usato 5,00 €', '60,00 €', '25,00 €']) expect(text).toContain(part);
    for (let tries = 0; tries < 40 && (await employee.page.getByText('Credito annunciato').count()) > 0; tries += 1) await employee.page.reload().then(() => employee.page.getByText('80,00').first().waitFor());
    expect(await textOf(employee.page)).not.toContain('Credito annunciato');
    await looksRight(employee.page, 'dipendente-credito-arrivato');
  });

  it('is called off while it waits, after being asked once more, and asks for nothing any more', async () => {
    const { page } = stage.firm;
    const firmId = await ownFirm(page);
    const { items } = await ask<{ items: { planId: string }[] }>(page, 'GET', `/api/benefits/plans?firmId=${firmId}`);
    await ask(page, 'POST', `/api/benefits/plans/${items[0]!.planId}/credit-runs`, { amountCents: 9_000, letter: 'c.3', validUntil: inDays(200) });
    await page.getByRole('button', { name: 'Annulla l’accredito n. 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Annullare l’accredito della proforma n. 2?' });
    await dialog.getByText('I 5,00 € già versati tornano liberi').waitFor();
    await looksRight(page, 'impresa-crediti-annulla');
    await dialog.getByRole('button', { name: 'Annulla l’accredito' }).click();
    await page.getByText('Accredito annullato').waitFor();
    await page.getByText('Versato e non ancora usato').waitFor();
    expect(await page.getByRole('button', { name: /^Annulla l’accredito n\./ }).count()).toBe(0);
    await looksRight(page, 'impresa-crediti-annullato');
  });
});
