import { eventually } from '@salvatempo/testing';
import { invent } from '../../scripts/tour/invented';
import { inDays, today } from '../scenarios/world/days';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { firmOfOne } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { signsUp } from './people-by-api';
import { setStage } from './stage';

const executable = chromiumPath();
const FUND = 'Fondo pensione Aurora';

(executable === undefined ? describe.skip : describe)('credit into a pension fund, from the phone to payroll', () => {
  const world = invent(53);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, payroll: WIDE });
  let firmId: string;

  beforeAll(async () => {
    const { firm, payroll, product } = stage;
    firmId = await firmOfOne(stage, world, 'Piano', [10_000, 200]);
    const personId = await signsUp(payroll.page, product.url, 'studio-fondi@prova.example');
    await ask(firm.page, 'POST', '/api/benefits/payroll-staff', { firmId, personId });
  }, 120_000);

  it('says plainly where no credit may go to a fund', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/versamenti`);
    await page.getByText('deve ammetterlo il piano dell’impresa').waitFor();
    await looksRight(page, 'versamenti-non-ammessi');
  });

  it('is asked for by the keyboard, with the limit of the year and what is left of it in view; too much is said before it is sent', async () => {
    const { firm, employee } = stage;
    const { items } = await ask<{ items: { planId: string }[] }>(firm.page, 'GET', `/api/benefits/plans?firmId=${firmId}`);
    await ask(firm.page, 'POST', `/api/benefits/plans/${items[0]!.planId}/credit-runs`, { amountCents: 80_000, letter: 'h', validUntil: inDays(200) });
    const { page } = employee;
    await eventually(async () => (await ask<{ kinds: { admitted: boolean }[] }>(page, 'GET', '/api/benefits/contribution-limits/mine')).kinds[0]!.admitted, 'credit for funds', { withinMs: 20_000 });
    await page.reload();
    await page.getByLabel('Nome del fondo').fill(FUND);
    await page.getByLabel('Numero di iscrizione').fill('AU-0042');
    await page.getByLabel('Versati altrove').fill('4.800,00');
    await page.getByLabel('Importo').fill('600');
    await tabTo(page, 'Chiedi il versamento');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Troppo: si può arrivare a 500,00').waitFor();
    await looksRight(page, 'versamenti-troppo');
    await page.getByLabel('Importo').fill('300');
    await page.getByText('restano 200,00').waitFor();
    await page.getByRole('button', { name: 'Chiedi il versamento' }).click();
    await page.getByText('Richiesta inviata alle paghe').waitFor();
    await page.getByText('Alle paghe', { exact: true }).waitFor();
    const text = await textOf(page);
    expect(text).toContain(`300,00 € · ${FUND}`);
    expect(text).toContain('Dichiarati da altri versamenti 4.800,00 €');
    expect(text).toContain('tabella contribution-limits');
    await looksRight(page, 'versamenti');
  });

  it('is called off after being asked once more, and its credit is free again', async () => {
    const { page } = stage.employee;
    await page.getByLabel('Nome del fondo').fill('Fondo sbagliato');
    await page.getByLabel('Importo').fill('50');
    await page.getByRole('button', { name: 'Chiedi il versamento' }).click();
    await page.getByRole('button', { name: 'Ritira la richiesta di 50,00' }).click();
    await page.getByRole('dialog', { name: 'Ritirare la richiesta?' }).getByRole('button', { name: 'Ritira la richiesta' }).click();
    await page.getByText('Ritirato', { exact: true }).waitFor();
    await eventually(async () => (await ask<{ kinds: { spendableCents: number }[] }>(page, 'GET', '/api/benefits/contribution-limits/mine')).kinds[0]!.spendableCents === 50_000, 'the credit');
  });

  it('is before payroll with fund and number, which notes it as paid with day and reference', async () => {
    const { page } = stage.payroll;
    await page.goto(`${stage.product.url}/paghe`);
    for (let tries = 0; tries < 40 && !page.url().endsWith('/paghe'); tries += 1) await page.goto(`${stage.product.url}/paghe`).then(() => page.getByRole('heading', { level: 1 }).waitFor());
    await page.getByRole('heading', { name: 'Versamenti ai fondi' }).waitFor();
    await page.getByText(FUND).first().waitFor();
    const text = await textOf(page);
    expect(text).toContain(`300,00 € · ${person!.name} ${person!.surname} (…${person!.fiscalCode.slice(-4)})`);
    expect(text).toContain('iscrizione AU-0042');
    expect(text).not.toContain('Fondo sbagliato');
    await looksRight(page, 'paghe-versamenti');
    await page.getByRole('button', { name: /^Segna come versati 300,00/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Segna come versati/ });
    await dialog.getByRole('button', { name: 'Segna come versato' }).click();
    await looksRight(page, 'paghe-versamento-pagato');
    await dialog.getByLabel('Riferimento del bonifico').fill('CRO 42');
    expect(await dialog.getByLabel('Giorno del versamento').inputValue()).toBe(today());
    await dialog.getByRole('button', { name: 'Segna come versato' }).click();
    await page.getByText('riferimento CRO 42').waitFor();
    await page.getByText('Nessun versamento da fare.').waitFor();
  });

  it('is refused with a word that the person reads, and then its credit is back', async () => {
    const { employee, payroll } = stage;
    await ask(employee.page, 'POST', '/api/benefits/contributions', { kind: 'pension', fundName: FUND, amountCents: 2_000, elsewhereCents: 480_000 });
    await payroll.page.getByRole('button', { name: /^Rifiuta il versamento di 20,00/ }).click();
    const dialog = payroll.page.getByRole('dialog', { name: /^Rifiuta il versamento/ });
    await dialog.getByLabel('Motivo').selectOption({ label: 'Altro: nella nota' });
    await dialog.getByRole('button', { name: 'Rifiuta il versamento' }).click();
    await dialog.getByText('serve la nota').waitFor();
    await dialog.getByLabel('Nota per la persona').fill('Il fondo ha chiuso le iscrizioni');
    await dialog.getByRole('button', { name: 'Rifiuta il versamento' }).click();
    await payroll.page.getByText('Nessun versamento da fare.').waitFor();
    await employee.page.getByText('Dalle paghe: Il fondo ha chiuso le iscrizioni').waitFor();
    await employee.page.getByText('riferimento CRO 42').waitFor();
  });

  it('is in the account’s history in words', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/storico`);
    await page.getByText('Versato a un fondo').waitFor();
    expect(await textOf(page)).not.toContain('employee.kinds');
  });
});
