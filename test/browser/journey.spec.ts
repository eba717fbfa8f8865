import type { Browser } from 'playwright-core';
import { invent } from '../../scripts/tour/invented';
import { bills, completes, declaresWork, handsInvoicesIn, redeems } from './as-cooperative';
import { buysAndCancels, buysByKeyboard, declaresYear, employeeActivates, keepsFamily, lacksCredit, seesOtherEnds, seesVoucher } from './as-employee';
import { cooperativePublishes, cooperativeRegisters, firmApplies, firmBringsPeople, firmGivesCredit, firmRegisters } from './as-firm';
import { accredits, bringsGrantToItsEnd, opensCall, operatorBegins, recoversGrant, seesDossierAndTriesRule, seesFund } from './as-operator';
import { chromiumPath, launch, NARROW, openWindow, type Window } from './chromium';
import { looksRight, textOf } from './looks';
import { startProduct, type RunningProduct } from './running-product';

const executable = chromiumPath();
if (executable === undefined) console.warn('\n*** browser tests are SKIPPED: no Chromium was found; REQUIRE_ALL=1 makes that a failure ***\n');

/** Each step stands on the ones before it, as in life. */
(executable === undefined ? describe.skip : describe)('the journey through the pages, each role in a window of its own', () => {
  const world = invent(4);
  const [employee, other] = world.employees;
  let product: RunningProduct;
  let browser: Browser;
  let operator: Window;
  let firm: Window;
  let cooperative: Window;
  let phone: Window;
  let code = '';
  let voucherCode = '';

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    operator = await openWindow(browser, product.url);
    firm = await openWindow(browser, product.url);
    cooperative = await openWindow(browser, product.url);
    phone = await openWindow(browser, product.url, NARROW);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** A step that fails makes the later ones fail at once instead of each waiting for what will never come. */
  let failed: string | undefined;
  function step(name: string, take: () => Promise<void>): void {
    it(name, async () => {
      if (failed !== undefined) throw new Error(`an earlier step failed: ${failed}`);
      failed = name;
      await take();
      failed = undefined;
    });
  }

  afterEach(() => {
    const complaints = [operator, firm, cooperative, phone].flatMap((window) => window?.complaints ?? []);
    expect(complaints).toEqual([]);
  });

  step('the first operator comes in by the link and opens a call', async () => {
    await operatorBegins(operator.page, product.welcome);
    await opensCall(operator.page);
  });

  step('a firm registers, brings its people in by CSV and prints their codes', async () => {
    await firmRegisters(firm.page, product.url, world);
    [code = ''] = await firmBringsPeople(firm.page, world);
  });

  step('the firm opens a plan, credits everybody and gets the incentive', async () => {
    await firmGivesCredit(firm.page);
    await firmApplies(firm.page);
  });

  step('a cooperative registers, is accredited and publishes its offers', async () => {
    await cooperativeRegisters(cooperative.page, product.url, world);
    await accredits(operator.page, world.cooperativeName);
    await cooperativePublishes(cooperative.page);
  });

  step('an employee activates on a phone and buys by the keyboard alone', async () => {
    await employeeActivates(phone.page, product.url, employee!, code);
    await buysByKeyboard(phone.page);
  });

  step('the voucher shows all that the law asks, on screen and on one sheet of paper', async () => {
    voucherCode = await seesVoucher(phone.page, employee!, world.firmName, world.cooperativeName, world.cooperativeVat);
  });

  step('a second voucher is cancelled and its credit is back; what credit does not reach is explained', async () => {
    await buysAndCancels(phone.page, product.url);
    await lacksCredit(phone.page, product.url);
  });

  step('the cooperative redeems once, for the named holder, and completes the work', async () => {
    await redeems(cooperative.page, voucherCode, employee!.fiscalCode, other!.fiscalCode);
    await completes(cooperative.page);
  });

  step('the cooperative says by which invoice it billed the work', () => bills(cooperative.page));
  step('the cooperative hands in its invoices', () => handsInvoicesIn(cooperative.page));

  step('the cooperative declares what work the call created with it', () => declaresWork(cooperative.page));

  step('an employee keeps a relative with a declaration, and erases them', () => keepsFamily(phone.page));

  step('an employee declares what counts for the threshold of the year', () => declaresYear(phone.page, product.url));

  step('everybody sees what came of it: history, fund, and what the firm owes', async () => {
    await phone.page.getByRole('link', { name: 'Storico' }).click();
    await phone.page.getByText('Concluso').waitFor();
    await looksRight(phone.page, 'storico');
    await phone.page.getByRole('link', { name: 'Stireria, 5 kg' }).last().click();
    await phone.page.getByText('Lavoro concluso e pagato').waitFor();
    await seesOtherEnds(phone.page);
    await seesFund(operator.page, ['50.000,00', '972,00', '28,00', '49.000,00']);
    await looksRight(operator.page, 'operatore-bando');
    await seesDossierAndTriesRule(operator.page);
    await operator.page.getByRole('link', { name: 'Bandi e fondo' }).click();
    await operator.page.getByText('LABOR: buoni salvatempo').waitFor();
    await looksRight(operator.page, 'operatore');
    await firm.page.getByRole('link', { name: 'La mia impresa' }).click();
    await firm.page.getByText('12,00').waitFor();
    await looksRight(firm.page, 'impresa');
    expect(await textOf(firm.page)).toContain('Da pagare per i servizi usati 12,00 €');
  });

  step('the operator brings the grant from the last purchase to the funder’s payment', async () => {
    await operator.page.getByRole('link', { name: 'LABOR: buoni salvatempo' }).click();
    await bringsGrantToItsEnd(operator.page, world.firmName);
  });

  step('the operator takes the grant back and records what the firm pays back, which sees what it still owes', async () => {
    await recoversGrant(operator.page, world.firmName);
    await firm.page.getByRole('link', { name: 'Bandi', exact: true }).click();
    await firm.page.getByText('Da restituire: 18,00').waitFor();
    await looksRight(firm.page, 'impresa-recupero');
  });
});
