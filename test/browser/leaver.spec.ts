import type { Browser } from 'playwright-core';
import { invent } from '../../scripts/tour/invented';
import { inDays } from '../scenarios/world/days';
import { firmBringsPeople, firmRegisters } from './as-firm';
import { chromiumPath, launch, openWindow, type Window } from './chromium';
import { looksRight } from './looks';
import { startProduct, type RunningProduct } from './running-product';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('somebody who leaves a firm', () => {
  const world = invent(12);
  const { name, surname } = world.employees[0]!;
  const person = `${name} ${surname}`;
  let product: RunningProduct;
  let browser: Browser;
  let firm: Window;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    firm = await openWindow(browser, product.url);
    await firmRegisters(firm.page, product.url, world);
    await firmBringsPeople(firm.page, world);
    await firm.page.getByRole('link', { name: 'Dipendenti', exact: true }).click();
  });

  afterEach(() => {
    expect(firm.complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('has a last day, which another one puts right', async () => {
    const { page } = firm;
    await page.getByRole('button', { name: `Segna l’uscita di ${person}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ultimo giorno di lavoro').fill('');
    await dialog.getByRole('button', { name: 'Conferma il giorno' }).click();
    await dialog.getByText('Questo campo serve').waitFor();
    await looksRight(page, 'impresa-uscita');
    await dialog.getByLabel('Ultimo giorno di lavoro').fill(inDays(10));
    await dialog.getByRole('button', { name: 'Conferma il giorno' }).click();
    await page.getByText(/, ultimo giorno /).waitFor();
    expect(await page.getByRole('button', { name: /^Riassumi/ }).count()).toBe(0);
    await page.getByRole('button', { name: `Correggi l’uscita di ${person}` }).click();
    expect(await dialog.getByLabel('Ultimo giorno di lavoro').inputValue()).toBe(inDays(10));
    await dialog.getByLabel('Ultimo giorno di lavoro').fill(inDays(-2));
    await dialog.getByRole('button', { name: 'Conferma il giorno' }).click();
    await page.getByRole('button', { name: `Riassumi ${person}` }).waitFor();
    await looksRight(page, 'impresa-dipendenti-uscita');
  });

  it('is employed again, but not from a day to come; what was typed stays', async () => {
    const { page } = firm;
    await page.getByRole('button', { name: `Riassumi ${person}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Primo giorno di lavoro').fill(inDays(5));
    await dialog.getByRole('button', { name: 'Conferma il giorno' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Primo giorno di lavoro').inputValue()).toBe(inDays(5));
    await dialog.getByLabel('Primo giorno di lavoro').fill(inDays(0));
    await dialog.getByRole('button', { name: 'Conferma il giorno' }).click();
    await page.getByRole('button', { name: `Segna l’uscita di ${person}` }).waitFor();
  });
});
