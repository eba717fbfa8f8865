import { invent } from '../../scripts/tour/invented';
import { activatesOnPage } from './as-employee';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { opensPlan, ownFirm, takesInFirst } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('what expires, and what would be left', () => {
  const world = invent(38);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, anybody: NARROW });

  beforeAll(async () => {
    const { office, firm, employee, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const firmId = await ownFirm(firm.page);
    const code = await takesInFirst(firm.page, firmId, person!);
    const others = [...world.employees.slice(1), ...invent(39).employees].map(({ fiscalCode, name, surname }) => `${fiscalCode},${name},${surname}\n`);
    await ask(firm.page, 'POST', `/api/companies/firms/${firmId}/employee-imports`, `codice_fiscale,nome,cognome\n${others.join('')}`);
    await opensPlan(firm.page, firmId, 'Piano 2026', [10_000, 20], [4_000, 200]);
    await activatesOnPage(employee.page, product.url, person!, code);
  }, 120_000);

  it('shows the employee what expires first, what would be left and how it is reckoned', async () => {
    const { page } = stage.employee;
    await page.getByRole('link', { name: 'In scadenza', exact: true }).click();
    await page.getByRole('heading', { name: 'Che cosa scade' }).waitFor();
    await page.getByText('giorni: 20', { exact: true }).waitFor();
    const text = await textOf(page);
    expect(text.indexOf('giorni: 20')).toBeLessThan(text.indexOf('giorni: 200'));
    expect(text).toMatch(/Dei 140,00 € di oggi, il .* ne resterebbero 140,00 € non spesi/);
    await looksRight(page, 'in-scadenza');
  });

  it('turns the mails off and on again by the keyboard', async () => {
    const { page } = stage.employee;
    await tabTo(page, 'Non voglio più avvisi');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Gli avvisi sono disattivati.').waitFor();
    await page.reload();
    await page.getByText('Gli avvisi sono disattivati.').waitFor();
    await page.getByRole('button', { name: 'Voglio gli avvisi' }).click();
    await page.getByText('90, 60, 30, 7 giorni prima').waitFor();
  });

  it('says to whoever opens a wrong link of a mail what they can do', async () => {
    const { page } = stage.anybody;
    await page.goto(`${stage.product.url}/avvisi/rem_${'0'.repeat(26)}/${'A'.repeat(26)}`);
    await looksRight(page, 'avvisi-disattiva');
    await page.getByRole('button', { name: 'Non voglio più avvisi' }).click();
    await page.getByText('Questo collegamento non è giusto').waitFor();
  });

  it('shows the firm totals of its plan, and nobody', async () => {
    const { page } = stage.firm;
    await page.goto(`${stage.product.url}/impresa/previsione`);
    await page.getByRole('heading', { name: 'Piano 2026' }).waitFor();
    const text = await textOf(page);
    expect(text).toContain('Persone: 6');
    expect(text).toContain('840,00');
    expect(text).not.toContain(person!.surname);
    await looksRight(page, 'previsione');
  });
});
