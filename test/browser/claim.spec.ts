import { invent } from '../../scripts/tour/invented';
import { today } from '../scenarios/world/days';
import { activatesOnPage } from './as-employee';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { opensPlan, ownFirm, takesInFirst } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { decidesClaims } from './people-by-api';
import { setStage } from './stage';

const executable = chromiumPath();
const VALIDATOR = 'convalida@prova.example';
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n') });

(executable === undefined ? describe.skip : describe)('an expense, from the bill on a phone to what is paid back', () => {
  const world = invent(37);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, validator: WIDE });

  beforeAll(async () => {
    const { office, firm, employee, validator, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const firmId = await ownFirm(firm.page);
    const code = await takesInFirst(firm.page, firmId, person!);
    await opensPlan(firm.page, firmId, 'Piano', [10_000, 200]);
    await activatesOnPage(employee.page, product.url, person!, code);
    await decidesClaims(validator.page, office.page, product.url, VALIDATOR);
  }, 120_000);

  it('asks the type first, tells what can’t be paid back, and only then what it needs', async () => {
    const { page } = stage.employee;
    await page.getByRole('link', { name: 'Rimborsi', exact: true }).click();
    await page.getByText('Nessuna richiesta finora.').waitFor();
    await looksRight(page, 'rimborsi-vuoto');
    await page.getByRole('link', { name: 'Chiedi un rimborso' }).click();
    await page.getByLabel('Tipo di spesa').selectOption('palestra');
    await page.getByText('Questa spesa non si può rimborsare.').waitFor();
    expect(await page.getByRole('button', { name: 'Avanti' }).count()).toBe(0);
    await page.getByLabel('Tipo di spesa').selectOption('utenze');
    await page.getByText('Il documento deve essere intestato a:').waitFor();
    await looksRight(page, 'rimborso-tipo');
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByRole('heading', { name: 'Schermata 2 di 3: il documento' }).waitFor();
  });

  it('takes the document, keeps what was typed where something is wrong, and says what the rules find before it is sent', async () => {
    const { page } = stage.employee;
    await page.getByLabel('Foto o file del documento').setInputFiles({ name: 'virus.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Foto o file del documento').setInputFiles(pdf('bolletta.pdf'));
    await page.getByText('File caricati: 1').waitFor();
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'rimborso-documento');
    await page.getByLabel('Chi l’ha emesso', { exact: true }).fill('Lodi Energia');
    await page.getByLabel('Partita IVA o codice fiscale').fill('00743110157');
    await page.getByLabel('Numero', { exact: true }).fill('12/A');
    await page.getByLabel('Data del documento').fill(today());
    await page.getByLabel('Che cosa dice').fill('Bolletta della luce');
    await page.getByLabel('Totale del documento').fill('50,00');
    await page.getByLabel('Quanto si chiede').fill('50,00');
    await page.getByLabel(/^Dichiaro/).check();
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByText('R05').waitFor();
    expect(await page.getByRole('button', { name: 'Invia la richiesta' }).count()).toBe(0);
    await looksRight(page, 'rimborso-controllo');
    await page.getByRole('button', { name: 'Indietro' }).click();
    expect(await page.getByLabel('Numero', { exact: true }).inputValue()).toBe('12/A');
    await page.getByLabel('Pagata il').fill(today());
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByText('Le regole non trovano nulla da dire.').waitFor();
    await tabTo(page, 'Invia la richiesta');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Da convalidare', { exact: true }).waitFor();
    await looksRight(page, 'rimborso');
  });

  it('is before a validator with the document beside the facts, who approves a part with its reason', async () => {
    const { page } = stage.validator;
    await page.goto(`${stage.product.url}/convalida`);
    await page.getByRole('link', { name: /^Richiesta di 50,00/ }).click();
    await page.getByText('Lodi Energia').waitFor();
    await page.getByRole('link', { name: 'Apri il file 1 (PDF)' }).waitFor();
    await page.getByText('Le regole non trovano nulla da dire.').waitFor();
    await looksRight(page, 'convalida');
    await page.getByLabel('Importo approvato').fill('30,00');
    await page.getByRole('button', { name: 'Approva', exact: true }).click();
    await page.getByText('Questo campo serve').waitFor();
    await page.getByLabel('Motivo').selectOption('already-aided');
    await page.getByLabel('Il documento si legge per intero').check();
    await page.getByLabel('Riguarda questo tipo di spesa').check();
    await page.getByRole('button', { name: 'Approva', exact: true }).click();
    await page.getByText('Approvata', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Torna alle richieste' }).click();
    await page.getByText('Nessuna richiesta da convalidare.').waitFor();
    await looksRight(page, 'convalida-vuota');
  });

  it('shows the employee what was paid back and why not all, and lets them appeal once', async () => {
    const { page } = stage.employee;
    await page.reload();
    await page.getByText('Approvati 30,00').waitFor();
    expect(await textOf(page)).toContain('rimborsati 30,00 €');
    await page.getByRole('button', { name: 'Chiedi un riesame' }).click();
    await page.getByText('Questo campo serve').waitFor();
    await page.getByLabel('Perché').fill('Nessun altro aiuto.');
    await page.getByRole('button', { name: 'Chiedi un riesame' }).click();
    await page.getByText('Da convalidare', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Chiedi un riesame' }).count()).toBe(0);
  });

  it('lets them write to whoever validates, and take the appeal back after asking once more', async () => {
    const { page } = stage.employee;
    await page.getByLabel('Scrivi un messaggio').fill('Manca ancora molto?');
    await page.getByRole('button', { name: 'Invia il messaggio' }).click();
    await page.getByText('Manca ancora molto?').waitFor();
    await page.getByText('Da convalidare', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ritira il riesame' }).click();
    await looksRight(page, 'rimborso-ritiro');
    await page.getByRole('button', { name: 'Sì, ritira' }).click();
    await page.getByText('Approvati 30,00').waitFor();
    expect(await page.getByRole('button', { name: 'Ritira il riesame' }).count()).toBe(0);
    await looksRight(page, 'rimborso-ritirato');
  });
});
