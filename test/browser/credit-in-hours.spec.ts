import { invent } from '../../scripts/tour/invented';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { sells } from './cooperative-by-api';
import { firmOfOne } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const PRICES = 'codice,titolo,prezzo,servizio,validita_giorni,durata_minuti\nTATA1,"Tata, un’ora","18,00",baby-sitting,90,60\n';

(executable === undefined ? describe.skip : describe)('credit in hours', () => {
  const world = invent(84);
  const stage = setStage(executable, { office: WIDE, firm: WIDE, cooperative: WIDE, employee: NARROW });

  beforeAll(async () => {
    const { office, cooperative, product } = stage;
    await firmOfOne(stage, world, 'Piano 2026', [5_000, 90]);
    await sells(cooperative.page, office.page, product.url, world, PRICES);
  }, 120_000);

  it('is given by the firm, which sees how much it covers before it says yes', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Piano e credito' }).click();
    await page.getByLabel('Che cosa si dà').selectOption('HOUR');
    await page.getByLabel('Per quali spese').selectOption('f-bis');
    await page.getByLabel('Ore a testa').fill('1,333');
    await page.getByLabel('Valore di un’ora').fill('0,10');
    await page.getByRole('button', { name: 'Accredita' }).click();
    await page.getByText('Scrivere ore e minuti interi').waitFor();
    await page.getByText('va da 0,60 a 1.000 euro').waitFor();
    await page.getByLabel('Ore a testa').fill('3:30');
    await page.getByLabel('Valore di un’ora').fill('20');
    await page.getByText('3 ore e 30 minuti a testa: l’impresa copre fino a 70,00 € a testa.').waitFor();
    await looksRight(page, 'impresa-credito-in-ore');
    await page.getByRole('button', { name: 'Accredita' }).click();
    await page.getByText('Fatto: 3 ore e 30 minuti a testa').waitFor();
  });

  it('stands beside euros on the account, and is never added to them', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/dipendente`);
    await page.getByText('Ore di servizio da spendere').waitFor();
    expect(await textOf(page)).toContain('3 ore e 30 minuti');
    await page.goto(`${stage.product.url}/conto`);
    await page.getByRole('table').waitFor();
    const text = await textOf(page);
    expect(text).toContain('50,00 €');
    expect(text).toContain('3 ore e 30 minuti');
    await looksRight(page, 'conto-in-ore');
  });

  it('pays a service by the hour, chosen against euros by the keyboard', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/offerte`);
    await page.getByRole('link', { name: 'Tata, un’ora' }).click();
    await page.getByText('1 ora del credito in ore').waitFor();
    await page.getByText('Paga il credito in ore: 1 ora, su 3 ore e 30 minuti').waitFor();
    await looksRight(page, 'acquisto-in-ore');
    await tabTo(page, 'Paga con il credito in euro');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Il credito in ore basterebbe').waitFor();
    await page.getByRole('button', { name: 'Paga con le ore' }).click();
    await page.getByText('1 ora del credito in ore').waitFor();
    await page.getByRole('button', { name: /^Conferma l’acquisto/ }).click();
    await page.getByText('Il voucher è pronto').waitFor();
    await page.getByText('1 ora del credito in ore').waitFor();
    await page.goto(`${stage.product.url}/dipendente`);
    await page.getByText('2 ore e 30 minuti').first().waitFor();
    await page.goto(`${stage.product.url}/storico`);
    await page.getByText('dopo: 2 ore e 30 minuti').first().waitFor();
    await looksRight(page, 'storico-in-ore');
  });

  it('has a pace of its own in what expires', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/in-scadenza`);
    await page.getByText('Piano 2026: credito in ore').waitFor();
    const text = await textOf(page);
    expect(text).toMatch(/Tempo di oggi: 2 ore e 30 minuti\. .* ne resterebbe/);
    expect(text).toContain(': 1 ora. Ogni trenta giorni: 1 ora.');
    expect(text).toContain('Beni e servizi entro la soglia annua, Piano 2026');
    await looksRight(page, 'in-scadenza-ore');
  });

  it('is taken back by the firm in hours and minutes, by the keyboard, and then doesn’t suffice: euros pay', async () => {
    const { page } = stage.firm;
    const { name, surname } = world.employees[0]!;
    await page.goto(`${stage.product.url}/impresa/piano`);
    await page.getByText('50,00 €, 2 ore e 30 minuti').waitFor();
    await tabTo(page, `Ritira credito: ${name} ${surname}`, 80);
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByLabel('Che cosa si ritira').selectOption('HOUR');
    await page.getByLabel('Quante ore ritirare').fill('3');
    await page.getByRole('button', { name: 'Ritira', exact: true }).click();
    await page.getByText('È più di quello che c’è da spendere.').waitFor();
    await page.getByLabel('Quante ore ritirare').fill('1:45');
    await page.getByLabel('Perché').fill('date per errore');
    await looksRight(page, 'impresa-ritira-ore');
    await page.getByRole('button', { name: 'Ritira', exact: true }).click();
    await page.getByText(`${name} ${surname}: 1 ora e 45 minuti in meno.`).waitFor();
    await page.getByText('50,00 €, 45 minuti').waitFor();
    await stage.employee.page.goto(`${stage.product.url}/offerte`);
    await stage.employee.page.getByRole('link', { name: 'Tata, un’ora' }).click();
    await stage.employee.page.getByText('Tempo che serve: 1 ora. Tempo che si può usare per questo servizio: 45 minuti.').waitFor();
  });
});
