import { invent } from '../../scripts/tour/invented';
import { inDays, today } from '../scenarios/world/days';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const EVERY_DAY = '0-24';

(executable === undefined ? describe.skip : describe)('a firm’s places, shifts and networks', () => {
  const world = invent(29);
  const stage = setStage(executable, { office: WIDE, firm: WIDE });
  const [person] = world.employees;

  beforeAll(async () => {
    await operatorBegins(stage.office.page, stage.product.welcome);
    await firmRegisters(stage.firm.page, stage.product.url, world);
  });

  it('has sites with a delivery point and hours; what is typed wrong is told beside it and stays', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Sedi', exact: true }).click();
    await page.getByText('Nessuna sede finora.').waitFor();
    const form = page.getByRole('form', { name: 'Aggiungi una sede' });
    await form.getByLabel('Nome della sede').fill('Laboratorio');
    await form.getByLabel('Indirizzo').fill('Via Garibaldi 12');
    await form.getByLabel('Comune').fill('Atlantide');
    await form.getByLabel('È un punto di consegna e ritiro').check();
    await form.getByLabel('Che cosa fare sul posto').fill('Porta verde, suonare due volte');
    await form.getByLabel('Lunedì').fill('8:30-12:30, 12-18');
    await form.getByLabel('Giorni di chiusura').fill('30/02/2027');
    await form.getByRole('button', { name: 'Aggiungi la sede' }).click();
    await page.getByText('Scrivere come 8:30-12:30, 14:00-18:00, senza sovrapposizioni').waitFor();
    await page.getByText('Scrivere i giorni come 24/12/2026, separati da virgole').waitFor();
    expect(await form.getByLabel('Lunedì').inputValue()).toBe('8:30-12:30, 12-18');
    await looksRight(page, 'impresa-sedi-errori');
    await form.getByLabel('Comune').fill('Codogno');
    for (const day of ['Lunedì', 'Martedì', 'Mercoledì', 'Giovedì', 'Venerdì', 'Sabato', 'Domenica']) await form.getByLabel(day).fill(EVERY_DAY);
    await form.getByLabel('Giorni di chiusura').fill('24/12/2027');
    await form.getByLabel('Primo giorno').fill(inDays(-30));
    await tabTo(page, 'Aggiungi la sede');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Sede aggiunta.').waitFor();
    await page.getByRole('heading', { name: 'Laboratorio' }).waitFor();
    expect(await textOf(page)).toContain('Punto di consegna e ritiro: Porta verde, suonare due volte');
    expect(await textOf(page)).toContain('Via Garibaldi 12, Codogno');
    await page.getByText('Aperta', { exact: true }).waitFor();
  });

  it('changes a site’s hours from a day on, and closes it with a last day', async () => {
    const { page } = stage.firm;
    await page.getByLabel('Cambia Laboratorio').first().click();
    const form = page.getByRole('form', { name: 'Cambia Laboratorio' });
    expect(await form.getByLabel('Comune').inputValue()).toBe('Codogno');
    await form.getByLabel('Domenica').fill('');
    await form.getByLabel('Gli orari valgono dal').fill(inDays(3));
    await form.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Salvato.').waitFor();
    expect(await textOf(page)).toContain('Domenica chiusa');
    await page.getByLabel('Chiudi Laboratorio').first().click();
    const close = page.getByRole('form', { name: 'Chiudi Laboratorio' });
    await close.getByLabel('Ultimo giorno').fill(inDays(-60));
    await close.getByRole('button', { name: 'Chiudi la sede' }).click();
    await close.getByRole('alert').waitFor();
    await close.getByLabel('Ultimo giorno').fill(inDays(200));
    await close.getByRole('button', { name: 'Chiudi la sede' }).click();
    await page.getByText(/ultimo giorno/).waitFor();
    await looksRight(page, 'impresa-sedi');
  });

  it('takes a month of shifts by file, after a preview, whole or not at all', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Dipendenti', exact: true }).click();
    await page.getByLabel('File dei dipendenti').setInputFiles(csvFile('dipendenti.csv', `codice_fiscale,nome,cognome\n${person!.fiscalCode},${person!.name},${person!.surname}\n`));
    await page.getByRole('button', { name: 'Guarda l’anteprima' }).click();
    await page.getByRole('button', { name: 'Conferma' }).click();
    await page.getByText(person!.fiscalCode).waitFor();
    await page.getByRole('link', { name: 'Turni', exact: true }).click();
    await page.getByText('Nessun turno in questi sette giorni.').waitFor();
    const shifts = (day: string, site: string) => csvFile('turni.csv', `codice_fiscale,data,inizio,fine,sede\n${person!.fiscalCode},${day},22:00,06:00,${site}\n`);
    await page.getByLabel('File dei turni').setInputFiles(shifts(today(), 'Magazzino'));
    await page.getByRole('button', { name: 'Guarda l’anteprima' }).click();
    await page.getByText('Riga 2, colonna 5 (sede)').waitFor();
    await looksRight(page, 'impresa-turni-rifiutati');
    await page.getByLabel('File dei turni').setInputFiles(shifts(today(), 'Laboratorio'));
    await page.getByRole('button', { name: 'Guarda l’anteprima' }).click();
    await page.getByText('Persone 1, turni 1.').waitFor();
    expect(await textOf(page)).toContain('Nessun turno in questi sette giorni.');
    await looksRight(page, 'impresa-turni-anteprima');
    await page.getByRole('button', { name: 'Conferma i turni' }).click();
    await page.getByText('Fatto: 1 turni di 1 persone. Nel mese sono ora 1.').waitFor();
    await page.getByRole('rowheader', { name: `${person!.name} ${person!.surname}` }).waitFor();
    expect(await textOf(page)).toContain('22:00-06:00 Laboratorio');
    await page.getByLabel('Dal giorno').fill(inDays(20));
    await page.getByText('Nessun turno in questi sette giorni.').waitFor();
    await looksRight(page, 'impresa-turni');
  });

  it('is put into a network by an officer, with the days, and reads it', async () => {
    const { page } = stage.office;
    await page.getByRole('link', { name: 'Reti', exact: true }).click();
    await page.getByText('Nessuna rete finora.').waitFor();
    await page.getByRole('button', { name: 'Registra la rete' }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'operatore-reti-vuoto');
    await page.getByLabel('Nome della rete').fill('Rete dei laboratori');
    await page.getByLabel('Programma comune').fill('Comprare insieme i servizi');
    await page.getByLabel('Il contratto ha un fondo comune').check();
    await page.getByLabel('Impresa che è organo comune').selectOption({ label: world.firmName });
    await page.getByRole('button', { name: 'Registra la rete' }).click();
    await page.getByText('Rete registrata').waitFor();
    await page.getByText('Nessun membro finora.').waitFor();
    await page.getByText('Aggiungi un membro a Rete dei laboratori').first().click();
    const join = page.getByRole('form', { name: 'Aggiungi un membro a Rete dei laboratori' });
    await join.getByLabel('Giorno dell’iscrizione').fill(inDays(-100));
    await join.getByRole('button', { name: 'Aggiungi il membro' }).click();
    await page.getByText('Membri in vigore oggi: 1').waitFor();
    await join.getByRole('button', { name: 'Aggiungi il membro' }).click();
    await join.getByRole('alert').waitFor();
    await stage.firm.page.getByRole('link', { name: 'Reti', exact: true }).click();
    await stage.firm.page.getByText('Membri in vigore oggi: 1').waitFor();
    // The card asks for its details once it is there.
    await stage.firm.page.getByText(`Organo comune: ${world.firmName}`).waitFor();
    expect(await textOf(stage.firm.page)).toContain('Programma comune: Comprare insieme i servizi');
    await looksRight(stage.firm.page, 'impresa-reti');
    const label = `Registra l’uscita di ${world.firmName} da Rete dei laboratori`;
    await page.getByLabel(label).first().click();
    const leave = page.getByRole('form', { name: label });
    await leave.getByLabel('Ultimo giorno').fill(inDays(-1));
    await leave.getByRole('button', { name: 'Registra l’uscita' }).click();
    await page.getByText('Membri in vigore oggi: 0').waitFor();
    await looksRight(page, 'operatore-reti');
  });
});
