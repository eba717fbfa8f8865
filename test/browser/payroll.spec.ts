import { invent } from '../../scripts/tour/invented';
import { today } from '../scenarios/world/days';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { firmOfOne } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { signsUp } from './people-by-api';
import { setStage } from './stage';

const executable = chromiumPath();
const VALIDATOR = 'convalida@prova.example';
const OFFICE = 'studio@prova.example';
const PDF = '%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n';

(executable === undefined ? describe.skip : describe)('a firm’s payroll, from a reimbursement to the file of the month', () => {
  const world = invent(41);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, validator: WIDE, payroll: WIDE });

  /** Signs up at a window and comes to the page where a new account begins. */
  async function begins(page: typeof stage.payroll.page, username: string): Promise<void> {
    await signsUp(page, stage.product.url, username);
    await page.goto(`${stage.product.url}/registrazione`);
    await page.getByText('dare questo codice persona').waitFor();
  }
  const codeOn = async (page: typeof stage.payroll.page): Promise<string> => (await page.locator('main code').innerText()).trim();

  beforeAll(async () => {
    await firmOfOne(stage, world, 'Piano', [10_000, 200]);
  }, 120_000);

  it('begins with a validator, whom the office appoints by the code that the person gave it', async () => {
    const { office, validator } = stage;
    await begins(validator.page, VALIDATOR);
    const code = await codeOn(validator.page);
    await office.page.getByRole('link', { name: 'Chi convalida', exact: true }).click();
    await office.page.getByText('Nessuno, per ora: le richieste aspettano.').waitFor();
    await office.page.getByLabel('Codice persona').fill('per_sbagliato');
    await office.page.getByRole('button', { name: 'Incarica', exact: true }).click();
    await office.page.getByText('Il codice comincia per per_').waitFor();
    await looksRight(office.page, 'operatore-convalida-errore');
    await office.page.getByLabel('Codice persona').fill(code);
    await tabTo(office.page, 'Incarica');
    expect(await showsFocus(office.page)).toBe(true);
    await office.page.keyboard.press('Enter');
    await office.page.getByText('Incarico assegnato.').waitFor();
    await office.page.getByText(`Persona ${code.slice(-6).toUpperCase()}`).waitFor();
    await looksRight(office.page, 'operatore-convalida');
  });

  it('shows the firm month and amount of a reimbursement, and not what it was for', async () => {
    const { employee, validator, firm } = stage;
    const documentId = await employee.page.evaluate(async (pdf) => {
      const answer = await fetch('/api/benefits/claim-documents', { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'a-file-for-payroll' }, body: pdf });
      return ((await answer.json()) as { documentId: string }).documentId;
    }, PDF);
    const { claimId } = await ask(employee.page, 'POST', '/api/benefits/claims', {
      ...{ expenseType: 'utenze', hasCertificate: false, aidCents: 0, askedCents: 5_000, notReimbursedElsewhere: true, notDeducted: true, documentIds: [documentId] },
      payment: { paidOn: today(), method: 'traceable', payer: 'employee' },
      document: { kind: 'invoice', issuer: 'Lodi Energia', issuerCode: '00743110157', number: '12/A', date: today(), description: 'Bolletta', holder: 'employee', namesUser: true, totalCents: 5_000, vatExempt: false, stamped: false },
    });
    await validator.page.goto(`${stage.product.url}/convalida/${String(claimId)}`);
    await validator.page.getByText('Lodi Energia').waitFor();
    await ask(validator.page, 'POST', `/api/benefits/claims/${String(claimId)}/approval`, { approvedCents: 5_000, legible: true, rightCategory: true });
    const { page } = firm;
    await page.getByRole('link', { name: 'Paghe e crediti', exact: true }).click();
    await page.getByText('Nessun mese chiuso finora.').waitFor();
    for (let tries = 0; tries < 40 && (await page.getByRole('cell', { name: '50,00' }).count()) === 0; tries += 1) await page.reload().then(() => page.getByText('Da pagare per il credito speso').waitFor());
    const text = await textOf(page);
    expect(text).toContain(`${person!.name} ${person!.surname}`);
    expect(text).not.toMatch(/c\.3|Bolletta|Energia/);
    await looksRight(page, 'impresa-paghe');
  });

  it('is given to an outside office, which closes the month by the keyboard and gets files with letters', async () => {
    const { firm, payroll } = stage;
    await begins(payroll.page, OFFICE);
    const code = await codeOn(payroll.page);
    // Who is quicker than their appointment is told so, and the page opens by itself when it comes.
    await payroll.page.goto(`${stage.product.url}/paghe`);
    await payroll.page.getByRole('heading', { name: 'Incarico non ancora assegnato' }).waitFor();
    await looksRight(payroll.page, 'paghe-senza-incarico');
    await firm.page.getByLabel('A chi').selectOption({ label: 'Una persona esterna, con il suo codice' });
    await firm.page.getByLabel('Codice persona').fill(code);
    await firm.page.getByRole('button', { name: 'Assegna le paghe' }).click();
    await firm.page.getByText('Incarico assegnato.').waitFor();
    const { page } = payroll;
    await page.getByText('Nessun mese chiuso finora.').waitFor();
    expect(page.url()).toMatch(/\/paghe$/);
    await looksRight(page, 'paghe-vuoto');
    await tabTo(page, 'Chiudi il mese');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Mese chiuso: i file sono pronti.').waitFor();
    await page.getByText('Anche il mese in corso è chiuso.').waitFor();
    expect(await textOf(page)).toContain('50,00 € da pagare');
    await looksRight(page, 'paghe');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Mese di .*CSV$/ }).click()]);
    expect(download.suggestedFilename()).toBe(`paghe-mese-${today().slice(0, 7)}.csv`);
    const file = await page.evaluate(async (address) => (await fetch(address)).text(), await page.getByRole('link', { name: /^Mese di .*CSV$/ }).getAttribute('href').then(String));
    expect(file).toContain(`;${person!.fiscalCode};`);
    expect(file).toContain(';c.3;50,00;');
  });

  it('of whoever administers the firm as well shows months and files, without letters', async () => {
    const { page } = stage.firm;
    await page.getByLabel('A chi').selectOption({ label: 'Chi amministra l’impresa' });
    await page.getByRole('button', { name: 'Assegna le paghe' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Chi amministra l’impresa' }).waitFor();
    for (let tries = 0; tries < 40 && (await page.getByRole('link', { name: 'Chiudi un mese o scarica i file' }).count()) === 0; tries += 1) await page.reload().then(() => page.getByText('Da pagare per il credito speso').waitFor());
    await page.getByRole('link', { name: 'Chiudi un mese o scarica i file' }).click();
    await page.getByText('riceve i file del mese senza lettera').waitFor();
    await looksRight(page, 'paghe-titolare');
    const file = await page.evaluate(async (address) => (await fetch(address)).text(), await page.getByRole('link', { name: /^Mese di .*tracciato fisso$/ }).getAttribute('href').then(String));
    expect(file).toContain(person!.fiscalCode);
    expect(file).not.toContain('c.3');
  });
});
