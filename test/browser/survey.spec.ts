import type { Browser, Page } from 'playwright-core';
import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { chromiumPath, launch, NARROW, openWindow, type Window } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { startProduct, type RunningProduct } from './running-product';

const executable = chromiumPath();
const TITLE = 'Che cosa ti farebbe risparmiare tempo?';

/** Ticks the named choice of each question by its place, the first where none is given. */
async function answers(page: Page, place = 0): Promise<void> {
  const questions = page.locator('fieldset');
  for (let n = 0; n < (await questions.count()); n += 1) await questions.nth(n).locator('input').nth(place).check();
  await page.getByRole('button', { name: 'Invia le risposte' }).click();
  await page.getByRole('heading', { level: 1, name: 'Grazie' }).waitFor();
}

(executable === undefined ? describe.skip : describe)('an anonymous survey, on a phone and by its link alone', () => {
  const world = invent(9);
  let product: RunningProduct;
  let browser: Browser;
  let firm: Window;
  let phone: Window;
  let link = '';

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    firm = await openWindow(browser, product.url);
    phone = await openWindow(browser, product.url, NARROW);
  });

  afterEach(() => {
    expect([firm, phone].flatMap((window) => window?.complaints ?? [])).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is opened by the firm, which gets a link to hand out', async () => {
    const { page } = firm;
    await firmRegisters(page, product.url, world);
    await page.getByRole('link', { name: 'Questionario', exact: true }).click();
    await page.getByText('Nessun questionario finora.').waitFor();
    await looksRight(page, 'questionari-vuoto');
    await page.getByLabel('Ultimo giorno per rispondere').fill('2020-01-01');
    await page.getByRole('button', { name: 'Apri il questionario' }).click();
    await page.getByText('Da oggi a 90 giorni.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Apri il questionario' }).click();
    link = (await page.locator('a.survey-link').getAttribute('href')) ?? '';
    expect(link).toMatch(/\/questionario\/[0-9a-z]{26}$/);
    await looksRight(page, 'questionari');
  });

  it('is answered by the keyboard alone, says what is missing, and keeps what was ticked', async () => {
    const { page, context } = phone;
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await textOf(page)).toContain(world.firmName);
    await looksRight(page, 'questionario');
    await tabTo(page, 'Bambine o bambini fino a 3 anni');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Space');
    await tabTo(page, 'Invia le risposte');
    await page.keyboard.press('Enter');
    await page.getByText('Manca la risposta a 5 domande.').waitFor();
    await looksRight(page, 'questionario-mancante');
    expect(await page.getByLabel('Bambine o bambini fino a 3 anni').isChecked()).toBe(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    for (const choice of ['Bambine o bambini fino a 3 anni', 'Lavanderia e stireria', 'Meno di 5', 'Al mattino presto', 'Niente', 'Orari di entrata']) {
      await tabTo(page, choice);
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'Invia le risposte');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Grazie' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await looksRight(page, 'questionario-inviato');
    expect(await context.cookies()).toEqual([]);
  });

  it('sends an attempt that got no answer again with the same key', async () => {
    const { page } = phone;
    const keys: string[] = [];
    await page.route('**/answers', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      // The first one arrives, and only its answer is lost.
      if (keys.length === 1) await route.fetch();
      return keys.length === 1 ? route.abort() : route.continue();
    });
    await page.goto(link);
    const questions = page.locator('fieldset');
    await questions.first().waitFor();
    for (let n = 0; n < (await questions.count()); n += 1) await questions.nth(n).locator('input').first().check();
    await page.getByRole('button', { name: 'Invia le risposte' }).click();
    await page.getByText('Il servizio non risponde.').waitFor();
    await page.getByRole('button', { name: 'Invia le risposte' }).click();
    await page.getByRole('heading', { level: 1, name: 'Grazie' }).waitFor();
    await page.unroute('**/answers');
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    // The browser's own word about the answer that was lost.
    expect(phone.complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });

  it('is read by the firm once it is closed, from five answers on', async () => {
    for (const place of [0, 1, 1]) {
      await phone.page.goto(link);
      await phone.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await answers(phone.page, place);
    }
    const { page } = firm;
    expect(await textOf(page)).not.toContain('Vedi i risultati');
    await page.getByRole('button', { name: 'Chiudi ora' }).click();
    await page.getByRole('link', { name: 'Vedi i risultati' }).click();
    await page.getByText('Risposte di questa impresa: 5').waitFor();
    await looksRight(page, 'questionario-risultati');
    expect(await textOf(page)).toContain('Meno di 5 3 su 5 Da 5 a 10 2 su 5');
  });

  it('says so where it is closed, and where there is none', async () => {
    const { page } = phone;
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Questionario chiuso' }).waitFor();
    await looksRight(page, 'questionario-chiuso');
    await page.goto(`${link}x`);
    await page.getByRole('heading', { level: 1, name: 'Questionario non trovato' }).waitFor();
    await looksRight(page, 'questionario-non-trovato');
  });
});
