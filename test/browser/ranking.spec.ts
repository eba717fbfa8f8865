import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, launch, openWindow, type Window } from './chromium';
import { looksRight, textOf } from './looks';
import { startProduct, type RunningProduct } from './running-product';

const executable = chromiumPath();
const QUICK = 'Bando a graduatoria, breve';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A call whose applications close in seconds, which a field of day and hour can't say. */
function opensQuickCall(page: Page, closesInMs: number): Promise<string> {
  return page.evaluate(
    async ([title, ms]) => {
      const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
      const ranking = { version: '1.0', applicationsCloseAt: new Date(Date.now() + ms).toISOString(), criteria: [{ code: 'piccole', points: 10, text: 'Impresa fino a tre dipendenti', about: 'employees', to: 3 }, { code: 'artigiane', points: 5, text: 'Iscritta all’Albo artigiani', about: 'artisan' }] };
      const body = { title, incentiveBasisPoints: 7_000, firmCapCents: 100_000, personCapCents: 50_000, budgetCents: 100_000, maxHeadcount: 3, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: at(-1), closesAt: at(90), ranking };
      const answer = await fetch('/api/programmes/calls', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `quick-${ms}-${Date.now()}` }, body: JSON.stringify(body) });
      return ((await answer.json()) as { callId: string }).callId;
    },
    [QUICK, closesInMs] as const,
  );
}

(executable === undefined ? describe.skip : describe)('a ranked call, from its points table to a place that anybody can reckon again', () => {
  const world = invent(11);
  let product: RunningProduct;
  let browser: Browser;
  let operator: Window;
  let firm: Window;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    operator = await openWindow(browser, product.url);
    firm = await openWindow(browser, product.url);
  });

  afterEach(() => {
    expect([operator, firm].flatMap((window) => window?.complaints ?? [])).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is opened with all the rules a call may have; what is wrong is told and what was typed stays', async () => {
    const { page } = operator;
    await operatorBegins(page, product.welcome);
    await page.getByRole('link', { name: 'Apri un bando' }).click();
    await page.getByLabel('Nome del bando').fill('Tempo alle imprese artigiane');
    await page.getByLabel('Dotazione').fill('20.000,00');
    await page.getByLabel('Massimo per acquisto').fill('100,00');
    await page.getByLabel('Spesa minima per acquisto').fill('10,00');
    await page.getByLabel('IVA non ammessa').fill('22');
    await page.getByLabel('Codici ATECO ammessi').fill('96, parrucchieri');
    await page.getByLabel('Comuni della sede ammessi').fill('Lodi, Codogno');
    await page.getByLabel('Giorni per cui valgono').fill('180');
    await page.getByLabel('Regime di aiuto').selectOption({ label: 'De minimis, regolamento (UE) 2023/2831' });
    await page.getByLabel('Se supera il massimale').selectOption({ label: 'se supera il massimale è ridotto a quanto resta' });
    await page.getByLabel('fattura del fornitore', { exact: true }).check();
    await page.getByLabel('Testo, come si pubblica').fill('Art. 1\nAlle imprese artigiane del lodigiano.');
    await page.getByLabel('Come si scelgono le domande').selectOption({ label: 'A graduatoria' });
    await page.getByLabel('Criterio 1, come si pubblica').fill('Impresa fino a tre dipendenti');
    await page.getByRole('button', { name: 'Aggiungi un criterio' }).click();
    await page.getByLabel('Criterio 2, come si pubblica').fill('Sede a Lodi');
    await page.getByLabel('Che cosa guarda il criterio 2').selectOption({ label: 'il Comune della sede' });
    await page.getByLabel('Criterio 2: uno fra questi').fill('Lodi');
    await page.getByRole('button', { name: 'Pubblica il bando' }).click();
    await page.getByText('Da correggere: parrucchieri.').waitFor();
    await page.getByText('Scrivere almeno uno dei due numeri.').waitFor();
    await page.getByText('Un testo chiede la sua versione').waitFor();
    await looksRight(page, 'operatore-bando-a-graduatoria');
    await page.getByLabel('Versione del testo').fill('1.0');
    await page.getByLabel('Codici ATECO ammessi').fill('96');
    await page.getByLabel('Criterio 1: fino a quante persone').fill('3');
    await page.getByRole('button', { name: 'Pubblica il bando' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tempo alle imprese artigiane' }).waitFor();
    const terms = await textOf(page);
    for (const term of ['Massimo per acquisto 100,00 €', 'Spesa minima per acquisto 10,00 €', 'IVA non pagata dal contributo 22%', 'Lodi, Codogno', 'ridotto a quanto resta', 'fattura del fornitore', 'Versione del testo 1.0', 'Alle imprese artigiane del lodigiano.', 'A graduatoria']) expect(terms).toContain(term);
  });

  it('shows who applied before its time, and no button yet', async () => {
    await firmRegisters(firm.page, product.url, world);
    const callId = await opensQuickCall(operator.page, 20_000);
    await firm.page.getByRole('link', { name: 'Bandi', exact: true }).click();
    await firm.page.getByText('Testo del bando: Tempo alle imprese artigiane').click();
    await firm.page.getByText('Alle imprese artigiane del lodigiano.').waitFor();
    await looksRight(firm.page, 'impresa-testo-del-bando');
    await firm.page.getByRole('button', { name: `Chiedi il contributo: ${QUICK}` }).click();
    await firm.page.getByText('Domanda ammissibile: si attende la graduatoria').waitFor();
    await operator.page.goto(`${product.url}/operatore/bandi/${callId}`);
    await operator.page.getByRole('link', { name: 'Graduatoria', exact: true }).click();
    await operator.page.getByRole('heading', { level: 1, name: `Graduatoria: ${QUICK}` }).waitFor();
    await operator.page.getByText('controllata', { exact: true }).waitFor();
    expect(await textOf(operator.page)).toContain(world.firmName);
    expect(await operator.page.getByRole('button', { name: 'Fai la graduatoria' }).count()).toBe(0);
    await firm.page.getByRole('link', { name: `Vedi la graduatoria: ${QUICK}` }).click();
    await firm.page.getByText('La graduatoria si fa dopo la chiusura delle domande').waitFor();
    await looksRight(firm.page, 'impresa-graduatoria-attesa');
  });

  it('is ranked when applications are closed, and says how to do it again', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: 'Fai la graduatoria' }).waitFor({ timeout: 25_000 });
    await looksRight(page, 'operatore-graduatoria-pronta');
    await page.getByRole('button', { name: 'Fai la graduatoria' }).click();
    await page.getByText('finanziata', { exact: true }).waitFor();
    const digests = await page.locator('.digest code').allInnerTexts();
    const application = digests.find((text) => text.startsWith('alt_'))!;
    const seed = /^printf %s (\S+) \| sha256sum$/.exec(digests.find((text) => text.startsWith('printf'))!)![1]!;
    expect(digests).toEqual(expect.arrayContaining([sha256(seed), sha256(seed + application)]));
    await looksRight(page, 'operatore-graduatoria');
  });

  it('tells the firm its place', async () => {
    const { page } = firm;
    await page.reload();
    await page.getByText('La tua impresa è al 1º posto su 1, con 10 punti').waitFor();
    await looksRight(page, 'impresa-graduatoria');
  });
});
