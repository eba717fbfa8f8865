import { invent } from '../../scripts/tour/invented';
import { today } from '../scenarios/world/days';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { IRONING, sells } from './cooperative-by-api';
import { firmOfOne } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const MENU = 'Premi e buoni pasto';

(executable === undefined ? describe.skip : describe)('a premium, meal vouchers and the threshold', () => {
  const world = invent(51);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, cooperative: WIDE });
  const file = (name: string, ...lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(['codice_fiscale,premio,reddito_anno_prima', ...lines].join('\n')) });

  beforeAll(async () => {
    const { office, cooperative, product } = stage;
    await firmOfOne(stage, world, 'Piano', [10_000, 200]);
    await sells(cooperative.page, office.page, product.url, world, IRONING);
  }, 120_000);

  it('begin with the firm: what happens at the threshold, and the contract of its premiums', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: MENU, exact: true }).click();
    await page.getByText('Nessun accordo, per ora').waitFor();
    await looksRight(page, 'impresa-premi-vuoto');
    await page.getByLabel('Chi arriva alla soglia').selectOption('consent');
    await page.getByRole('button', { name: 'Registra', exact: true }).click();
    await page.getByText('Registrato: vale da adesso.').waitFor();
    await page.getByLabel('Nome dell’accordo').fill('Accordo premi');
    await page.getByLabel('Firmato il').fill(today());
    await page.getByLabel('Depositato il').fill(today());
    await page.getByRole('button', { name: 'Registra l’accordo' }).click();
    await page.getByText('imposta sostitutiva sì').waitFor();
  });

  it('a file with an error is refused by line and column, and a right one is offered', async () => {
    const { page } = stage.firm;
    await page.getByLabel('File dei premi (CSV)').setInputFiles(file('sbagliato.csv', `${person!.fiscalCode},mille,"20000,00"`));
    await page.getByRole('button', { name: 'Vedi che cosa farebbe' }).click();
    await page.getByText('L’importo va scritto come 1000,00').waitFor();
    await looksRight(page, 'impresa-premi-file-rifiutato');
    await page.getByLabel('File dei premi (CSV)').setInputFiles(file('premi.csv', `${person!.fiscalCode},"1000,00","20000,00"`));
    await page.getByRole('button', { name: 'Vedi che cosa farebbe' }).click();
    await page.getByText('Premi nuovi o cambiati: 1. Già così: 0.').waitFor();
    const preview = page.getByRole('region', { name: 'Premi del file, riga per riga' });
    expect((await preview.innerText()).replace(/\s+/g, ' ')).toContain(`2 ${person!.name} ${person!.surname} 1.000,00 € 1.000,00 € 1.000,00 € 0,00 € nuovo`);
    // Nothing was done by looking.
    await page.getByText('Nessun premio, per ora.').waitFor();
    await looksRight(page, 'impresa-premi-anteprima');
    await page.getByRole('button', { name: 'Carica i premi' }).click();
    await page.getByText('Premi nuovi o cambiati: 1.').waitFor();
    await page.getByText('da scegliere').waitFor();
  });

  it('meal vouchers are recorded by day, and what is taxed is said at once', async () => {
    const { page } = stage.firm;
    await page.getByLabel('Valore di ogni buono (euro)').fill('12,00');
    await page.getByLabel('Giorni lavorati').fill('32');
    await page.getByRole('button', { name: 'Registra i buoni pasto' }).click();
    await page.getByText('Numeri di giorni da 1 a 31').waitFor();
    await page.getByLabel('Giorni lavorati').fill(String(Number(today().slice(-2))));
    await page.getByRole('button', { name: 'Registra i buoni pasto' }).click();
    await page.getByText('Buoni registrati: 1. Vanno in busta paga come tassati: 2,00').waitFor();
    await page.getByRole('region', { name: 'Buoni pasto per mese' }).waitFor();
    await looksRight(page, 'impresa-premi');
  });

  it('the person compares the same amount both ways, and chooses once by the keyboard', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/premi`);
    await page.getByText('1.000,00').first().waitFor();
    expect(await textOf(page)).toContain('899,02 €');
    await page.getByLabel('Quanto in welfare (euro)').fill('1.000,01');
    await page.getByRole('button', { name: 'Registra la scelta' }).click();
    await page.getByText('Un importo da 0 a 1.000,00').waitFor();
    // Another employer used most of the cap, which is one for the year.
    const others = page.getByLabel(/^Premi di altri datori di lavoro/);
    await others.fill('tanto');
    await page.getByRole('button', { name: 'Registra la scelta' }).click();
    await page.getByText('Scrivere un importo in euro').waitFor();
    await others.fill('4.700,00');
    await page.getByText(/^Del massimo dell’anno \(5\.000,00.€\) restano 300,00/).waitFor();
    await page.getByLabel('Quanto in welfare (euro)').fill('400,00');
    await page.getByRole('button', { name: 'Registra la scelta' }).click();
    await page.getByText('Un importo da 0 a 300,00').waitFor();
    await page.getByLabel(/^Nell’anno prima, contando tutti i datori/).check();
    await page.getByText('Oltre il limite di reddito il premio è tassato in modo ordinario').waitFor();
    await looksRight(page, 'premio-reddito');
    await page.getByLabel(/^Nell’anno prima, contando tutti i datori/).uncheck();
    await others.fill('4.500,00');
    await page.getByText('359,61').waitFor();
    const table = page.getByRole('region', { name: /^Confronto di 400,00/ });
    const [cash, welfare] = await Promise.all([1, 2].map(async (n) => (await table.locator('thead th').nth(n).boundingBox())!));
    expect(Math.abs(cash!.height - welfare!.height)).toBeLessThan(1);
    await page.getByRole('button', { name: 'Registra la scelta' }).click();
    await page.getByText('Serve la conferma.').waitFor();
    await page.getByText('Come è calcolato').click();
    await page.getByText('tabella pdr-rule').waitFor();
    await page.getByText(/del massimo restano 500,00/).waitFor();
    await looksRight(page, 'premio');
    await page.getByLabel('So che la scelta si fa una volta sola').check();
    // Another firm's premium was chosen in the same moment: the page says what is left, reads it anew and keeps what was typed.
    const problem = { type: 'about:blank', title: 'Premio', status: 422, code: 'premium-above-cap', detail: 'Di questo premio possono ancora diventare welfare al massimo 0,00 €.' };
    await page.route('**/choice', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }), { times: 1 });
    const readAnew = page.waitForRequest(/\/premiums\/mine/);
    await tabTo(page, 'Registra la scelta');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('possono ancora diventare welfare al massimo 0,00').waitFor();
    await readAnew;
    expect(await page.getByLabel('Quanto in welfare (euro)').inputValue()).toBe('400,00');
    await page.getByRole('button', { name: 'Registra la scelta' }).press('Enter');
    await page.getByText('Scelta fatta: 400,00').waitFor();
    const seen = await textOf(page);
    expect(seen).toContain('600,00 € lordi in denaro');
    expect(seen).toContain('Contati 4.500,00 € di altri datori di lavoro.');
    expect(seen).toContain('tassati 2,00 €');
    await looksRight(page, 'premio-scelto');
  });

  it('whoever would go above the threshold is told in euro what becomes taxable, and buys with their consent', async () => {
    const { page } = stage.employee;
    await ask(page, 'POST', '/api/benefits/accounts/mine/year-declarations', { taxYear: Number(today().slice(0, 4)), externalCents: 99_000, childFiscalCodes: [], declarationAccepted: true });
    await page.goto(`${stage.product.url}/offerte`);
    await page.getByRole('link', { name: /Stireria, 5 kg/ }).first().click();
    await page.getByText('Oltre la soglia').waitFor();
    expect(await textOf(page)).toContain('diventano imponibili tutti i 40,00 € ricevuti nell’anno da questa impresa');
    expect(await textOf(page)).toContain('990,00 € dichiarati di altri datori di lavoro');
    await page.getByRole('button', { name: /^Conferma l’acquisto/ }).click();
    await page.getByText('Senza il consenso non si può superare la soglia.').waitFor();
    await looksRight(page, 'acquisto-consenso');
    await page.getByLabel(/^Acconsento: diventano imponibili tutti i 40,00/).check();
    await page.getByRole('button', { name: /^Conferma l’acquisto/ }).click();
    await page.getByText('Il voucher è pronto').waitFor();
  });
});
