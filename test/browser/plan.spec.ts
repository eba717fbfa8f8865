import { invent } from '../../scripts/tour/invented';
import { inDays, today } from '../scenarios/world/days';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { activates, ownFirm, takesInFirst } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('a plan, from the firm’s draft to what its people see', () => {
  const world = invent(43);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW });

  beforeAll(async () => {
    const { office, firm, employee, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const firmId = await ownFirm(firm.page);
    const code = await takesInFirst(firm.page, firmId, person!, 'operai');
    await activates(employee.page, product.url, person!, code);
  }, 120_000);

  it('is opened as a draft, and what is missing is told beside its field', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Piano e credito', exact: true }).click();
    await page.getByRole('link', { name: 'Apri una bozza' }).click();
    await page.getByText('Finora non è rimasto credito alla scadenza.').waitFor();
    await looksRight(page, 'impresa-condizioni-vuoto');
    await page.getByRole('button', { name: 'Apri una bozza' }).click();
    await page.getByText('Il piano è una bozza').waitFor();
    await page.getByLabel('Beni e servizi entro la soglia annua').uncheck();
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await page.getByText('Serve un importo per tutti o almeno una categoria.').waitFor();
    await page.getByText('Scegliere almeno un uso.').waitFor();
    await looksRight(page, 'impresa-condizioni-errori');
  });

  it('is written, read again and published by the keyboard', async () => {
    const { page } = stage.firm;
    await page.getByRole('button', { name: 'Aggiungi una categoria' }).click();
    await page.getByLabel('Categoria 1', { exact: true }).selectOption('operai');
    await page.getByLabel('Importo della categoria 1').fill('600,00');
    await page.getByLabel('Che cosa si dà a tutti gli altri').selectOption('HOUR');
    await page.getByLabel('Ore a testa a tutti gli altri').fill('10');
    await page.getByLabel('Valore di un’ora a tutti gli altri').fill('20');
    await page.getByText('10 ore a testa: l’impresa copre fino a 200,00 € a testa.').waitFor();
    await looksRight(page, 'impresa-condizioni-ore');
    await page.getByLabel('Che cosa si dà a tutti gli altri').selectOption('EUR');
    await page.getByLabel('Importo per tutti gli altri').fill('400,00');
    await page.getByLabel('Ultimo giorno del piano').fill(inDays(200));
    await page.getByLabel('Istruzione e servizi per i figli').check();
    await page.getByLabel('Beni e servizi entro la soglia annua').check();
    await page.getByLabel('Che cosa succede a quello che resta').selectOption('earmark');
    await page.getByLabel('Per quanti giorni').fill('90');
    await page.getByLabel('Solo spese dell’anno in corso').check();
    await page.getByLabel('Testo del regolamento').fill('Regolamento di prova.\nSeconda riga.');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await page.getByText('Bozza salvata').waitFor();
    await page.getByText('La bozza n. 1').waitFor();
    await tabTo(page, 'Pubblica la versione', 80);
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Vale oggi la versione 1.').waitFor();
    await page.getByText('Impresa con un solo dipendente').waitFor();
    expect(await textOf(page)).toContain('Operai: 600,00 € a persona all’anno.');
    await looksRight(page, 'impresa-condizioni');
  });

  it('credits a group by its own amount, once', async () => {
    const { page } = stage.firm;
    await page.getByRole('button', { name: 'Accredita la categoria' }).click();
    await page.getByText('Persone: 1, 600,00 € ciascuna').waitFor();
    await looksRight(page, 'impresa-condizioni-accreditata');
    await page.getByLabel('Periodo').fill(String(Number(today().slice(0, 4)) + 9));
    await page.getByRole('button', { name: 'Accredita la categoria' }).click();
    await page.getByText('Il piano dà credito per un altro tipo di periodo').or(page.getByText('Il piano è finito')).waitFor();
    await looksRight(page, 'impresa-condizioni-accredito');
  });

  it('shows a person what there is, for what, until when, and the firm’s text', async () => {
    const { employee, product } = stage;
    const { page } = employee;
    await page.goto(`${product.url}/dipendente`);
    await page.getByRole('link', { name: 'Guarda il conto per data e per uso' }).click();
    await page.getByRole('img', { name: /^Credito per scadenza: 600,00/ }).waitFor();
    const shown = await textOf(page);
    expect(shown).toContain('Quello che resta dopo si spende ancora, ma solo per alcuni usi.');
    expect(shown).toContain('Operai: 600,00 € a persona all’anno.');
    await page.getByText('Testo del regolamento').click();
    await page.getByText('Seconda riga.').waitFor();
    await looksRight(page, 'conto');
    await page.getByLabel('Giorno', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Mostra quel giorno' }).click();
    await page.getByText('Quel giorno non c’era credito.').waitFor();
    await looksRight(page, 'conto-vuoto');
    await page.getByLabel('Giorno', { exact: true }).fill(today());
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Quote di credito di quel giorno' }).waitFor();
  });
});
