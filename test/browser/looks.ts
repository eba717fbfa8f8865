import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { NARROW, WIDE } from './chromium';

const pictures = join(__dirname, '../../docs/img');
/** What README and the guides show; a picture of every state would only make the repository heavy. */
const shown = new Set([
  'accesso', 'attivazione-vuota', 'password-dimenticata', 'registrazione', 'registrazione-impresa', 'benvenuto',
  'impresa-crediti', 'operatore-crediti', 'impresa-fondo', 'in-scadenza', 'previsione', 'avvisi-disattiva', 'controllo-a-campione', 'convalida-foto',
  'dipendente', 'conto', 'impresa-condizioni', 'offerte', 'acquisto-chi-paga', 'acquisto-credito-manca', 'acquisto-riuscito', 'acquisto-non-riuscito', 'voucher', 'voucher-annullato', 'storico', 'famiglia', 'soglia',
  'impresa', 'impresa-inizio', 'impresa-dipendenti', 'impresa-file-rifiutato', 'impresa-foglio', 'impresa-piano', 'impresa-bandi', 'impresa-domanda',
  'cooperativa-attesa', 'cooperativa', 'cooperativa-offerte', 'cooperativa-rendiconto',
  'questionari', 'questionario', 'questionario-risultati', 'operatore-graduatoria', 'impresa-graduatoria',
  'rimborsi-vuoto', 'rimborso-tipo', 'rimborso-documento', 'rimborso-controllo', 'rimborso', 'convalida',
  'titolare', 'titolare-chi-paga', 'ricevuta', 'operatore-bonifici', 'percorso', 'percorso-posti', 'incarichi', 'impresa-sedi', 'impresa-turni', 'impresa-reti', 'impresa-ore',
  'consulente', 'consulente-percorso', 'consulente-incontri', 'cooperativa-fatture', 'cooperativa-prezzi-reti', 'operatore-consulenti', 'operatore-contatti', 'operatore-incontri', 'operatore-ore', 'operatore-reti', 'operatore-regole', 'operatore-regole-massimali', 'cooperativa-lavoro', 'impresa-paghe', 'paghe', 'versamenti', 'paghe-versamenti', 'operatore-convalida', 'impresa-premi', 'impresa-premi-anteprima', 'simula', 'premio', 'acquisto-consenso',
  'operatore', 'operatore-bando', 'operatore-verifica', 'operatore-contributo', 'operatore-dossier', 'operatore-prova-la-regola', 'operatore-nuovo-bando', 'operatore-fornitori',
]);
const shownOnPhone = new Set(['dipendente', 'acquisto-chi-paga', 'voucher', 'cooperativa', 'impresa', 'questionario', 'simula', 'versamenti']);
const isTaken = process.env['SCREENSHOTS'] === '1';

/** How much wider than the window the page is, with what sticks out. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1).map((element) => `${element.tagName}.${element.className}`);
  });

/**
 * What holds for each page and state: axe finds nothing, nothing sticks out at 320 px, there is one h1, and the title says
 * what it is. With SCREENSHOTS=1 the pictures that are shown go to docs/img.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  // A page whose script hasn't begun has nothing that loads, and no heading either.
  await page.waitForFunction(() => document.querySelector('.loading') === null && document.querySelector('h1') !== null);
  const before = page.viewportSize() ?? WIDE;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect({ name, axe: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`) }).toEqual({ name, axe: [] });
  expect({ name, headings: await page.locator('h1').count(), title: await page.title() }).toEqual({ name, headings: 1, title: expect.stringContaining(' | Salvatempo') });
  await page.setViewportSize(NARROW);
  expect({ name, sticksOut: await overflow(page) }).toEqual({ name, sticksOut: [] });
  if (isTaken && shownOnPhone.has(name)) await picture(page, `${name}-320`);
  await page.setViewportSize(WIDE);
  if (isTaken && shown.has(name)) await picture(page, name);
  await page.setViewportSize(before);
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** The page's text with ordinary spaces, as a person reads it. */
export const textOf = async (page: Page, selector = 'main'): Promise<string> => (await page.locator(selector).innerText()).replace(/\s+/g, ' ');

/** Tabs until the element that has this accessible name has the focus; everything must be reachable so. */
export async function tabTo(page: Page, name: string | RegExp, tries = 60): Promise<void> {
  for (let tried = 0; tried < tries; tried += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    });
    const plain = label.replace(/\s+/g, ' ');
    if (typeof name === 'string' ? plain.includes(name) : name.test(plain)) return;
  }
  throw new Error(`the keyboard never reaches ${String(name)}`);
}

/** Whether what has the focus shows it. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
