import type { Browser, Page } from 'playwright-core';
import { operatorBegins, PASSWORD } from './as-operator';
import { chromiumPath, launch, NARROW, openWindow, type Window } from './chromium';
import { looksRight, showsFocus, textOf } from './looks';
import { startProduct, type RunningProduct } from './running-product';

const executable = chromiumPath();
const USERNAME = 'operatrice@prova.example';

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Nome utente').fill(USERNAME);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Accedi' }).click();
}

(executable === undefined ? describe.skip : describe)('pages in the states that a good day never shows', () => {
  let product: RunningProduct;
  let browser: Browser;
  let window: Window;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    const first = await openWindow(browser, product.url);
    await operatorBegins(first.page, product.welcome);
    await first.context.close();
  });

  beforeEach(async () => {
    window = await openWindow(browser, product.url, NARROW);
  });

  afterEach(async () => {
    const { complaints } = window;
    await window.context.close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('a wrong password is told and the user name stays; a page asked for without a session comes after sign-in', async () => {
    const { page } = window;
    await page.goto(`${product.url}/operatore/fornitori`);
    await signIn(page, 'non è questa password');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Nome utente').inputValue()).toBe(USERNAME);
    await looksRight(page, 'accesso-sbagliato');
    await signIn(page, PASSWORD);
    await page.getByRole('heading', { level: 1, name: 'Fornitori' }).waitFor();
    expect(page.url()).toBe(`${product.url}/operatore/fornitori`);
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accesso' }).waitFor();
    expect(await textOf(page)).not.toContain('La sessione è finita');
  });

  it('an attempt that got no answer is sent again with the same key, and one after an answer with another', async () => {
    const { page } = window;
    const keys: string[] = [];
    await page.route('**/api/programmes/calls', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      return keys.length === 1 ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ code: 'try-later', status: 503, detail: 'Il servizio è momentaneamente occupato.', detailEn: 'Busy.' }) }) : route.continue();
    });
    await page.goto(`${product.url}/accesso`);
    await signIn(page, PASSWORD);
    await page.getByRole('link', { name: 'Apri un bando' }).click();
    await page.getByLabel('Nome del bando').fill('Bando di prova');
    await page.getByLabel('Dotazione').fill('10');
    await page.getByRole('button', { name: 'Pubblica il bando' }).click();
    await page.getByText('momentaneamente occupato').waitFor();
    await page.getByRole('button', { name: 'Pubblica il bando' }).click();
    await page.getByText('Il massimo per impresa supera la dotazione.').waitFor();
    expect(await page.getByLabel('Nome del bando').inputValue()).toBe('Bando di prova');
    await page.getByLabel('Dotazione').fill('2.000');
    await page.getByRole('button', { name: 'Pubblica il bando' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bando di prova' }).waitFor();
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
    // The browser's own word about the 503 of above, and nothing else.
    expect(window.complaints.splice(0)).toEqual([expect.stringContaining('status of 503')]);
  });

  it('a server that fails is told, with a way to try again', async () => {
    const { page } = window;
    await page.goto(`${product.url}/accesso`);
    await signIn(page, PASSWORD);
    await page.getByRole('link', { name: 'Fornitori', exact: true }).waitFor();
    await page.route('**/api/programmes/calls?*', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify({ code: 'no-such-route', status: 404, detail: 'Questo indirizzo non esiste.' }) }));
    await page.reload();
    await page.getByText('Questo indirizzo non esiste.').waitFor();
    await looksRight(page, 'errore');
    await page.unroute('**/api/programmes/calls?*');
    await page.getByRole('button', { name: 'Riprova' }).click();
    await page.getByRole('heading', { level: 2, name: 'Bandi' }).waitFor();
  });

  it('skips to the content, speaks English and remembers it, and knows what it does not have', async () => {
    const { page } = window;
    await page.goto(`${product.url}/accesso`);
    await page.getByRole('heading', { level: 1, name: 'Accesso' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vai al contenuto');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenuto');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await looksRight(page, 'accesso-inglese');
    await page.getByRole('button', { name: 'Italiano' }).click();
    for (const [path, heading, name] of [['/password-dimenticata', 'Password dimenticata', 'password-dimenticata'], ['/attivazione', 'Attiva l’accesso', 'attivazione-vuota'], ['/non-esiste', 'Questa pagina non esiste', 'non-trovata'], ['/benvenuto', 'Benvenuto', 'benvenuto-senza-codice']] as const) {
      await page.goto(product.url + path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await looksRight(page, name);
    }
  });
});
