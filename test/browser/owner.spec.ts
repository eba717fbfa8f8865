import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { opensCall, operatorBegins } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, WIDE } from './chromium';
import { IRONING, sells } from './cooperative-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('the owner of a firm buys for themself', () => {
  const world = invent(31);
  const [owner, other] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, cooperative: WIDE });
  let reference: string;

  beforeAll(async () => {
    const { office, firm, cooperative, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await opensCall(office.page);
    await firmRegisters(firm.page, product.url, world);
    await sells(cooperative.page, office.page, product.url, world, IRONING);
  });

  it('is told that nothing can be bought before the firm says who its owner is, and says it', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Bandi', exact: true }).click();
    await page.getByRole('button', { name: /^Chiedi il contributo/ }).click();
    await page.getByText('1.000,00').first().waitFor();
    await page.getByRole('link', { name: 'Per il titolare', exact: true }).click();
    await page.getByText('Nessun ordine finora').waitFor();
    await page.getByRole('button', { name: 'Dichiara il titolare' }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'titolare-vuoto');
    await page.getByLabel('Nome', { exact: true }).fill(owner!.name);
    await page.getByLabel('Cognome', { exact: true }).fill(owner!.surname);
    await page.getByLabel('Codice fiscale', { exact: true }).fill(`${owner!.fiscalCode.slice(0, 15)}?`);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Dichiara il titolare' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Cognome', { exact: true }).inputValue()).toBe(owner!.surname);
    await page.getByLabel('Codice fiscale', { exact: true }).fill(owner!.fiscalCode);
    await page.getByRole('button', { name: 'Dichiara il titolare' }).click();
    await page.getByText(`Titolare: ${owner!.name} ${owner!.surname}`).waitFor();
  });

  it('sees each euro before the order, orders by the keyboard, and is told what to transfer', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Stireria, 5 kg' }).click();
    await page.getByText('Bonifico del titolare').waitFor();
    await page.getByText('28,00').first().waitFor();
    expect(await textOf(page)).toContain('si fa un bonifico di 12,00 € entro 10 giorni');
    await looksRight(page, 'titolare-chi-paga');
    await tabTo(page, 'Conferma l’ordine');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('In attesa del bonifico').waitFor();
    expect(await textOf(page)).toContain('Da bonificare 12,00 €');
    reference = (await page.locator('.tile .code').first().innerText()).trim();
    expect(reference).toMatch(/^(\d{4} ){3}\d{4}$/);
    await looksRight(page, 'titolare');
  });

  it('is found by the office by its digits, and recorded; a slip of the pen is told and stays', async () => {
    const { page } = stage.office;
    await page.getByRole('link', { name: 'Bonifici', exact: true }).click();
    await page.getByText('In attesa del bonifico').waitFor();
    await page.getByLabel('Cerca una causale').fill('1234');
    await page.getByRole('button', { name: 'Cerca', exact: true }).click();
    await page.getByText('La causale ha 16 cifre.').waitFor();
    await page.getByLabel('Cerca una causale').fill(reference);
    await page.getByRole('button', { name: 'Cerca', exact: true }).click();
    await page.getByRole('heading', { name: 'Trovato' }).waitFor();
    await looksRight(page, 'operatore-bonifici');
    await page.getByRole('button', { name: /^Registra un bonifico/ }).first().click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByLabel('Importo').fill('11,00');
    await dialog.getByLabel('Riferimento della banca').fill('CRO 12345678901');
    await dialog.getByRole('button', { name: 'Registra un bonifico' }).click();
    await dialog.getByText('L’importo non è quello giusto').waitFor();
    await dialog.getByLabel('Importo').fill('12,00');
    await dialog.getByRole('button', { name: 'Registra un bonifico' }).click();
    await page.getByText('Nessun bonifico in attesa.').waitFor();
  });

  it('becomes a receipt with its code, in the owner’s name and under no letter; cancelled, the transfer is owed back and sent back', async () => {
    const { page } = stage.firm;
    await page.getByRole('link', { name: 'Apri la ricevuta di Stireria, 5 kg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ricevuta d’ordine: Stireria, 5 kg' }).waitFor();
    await page.getByText('Codice da mostrare').waitFor();
    const paper = await textOf(page);
    expect(paper).toContain(`${owner!.name} ${owner!.surname}`);
    expect(paper).not.toContain('Lettera');
    expect(paper).not.toContain(other!.fiscalCode);
    await looksRight(page, 'ricevuta');
    await page.getByRole('button', { name: 'Annulla l’ordine' }).click();
    await page.getByRole('button', { name: 'Sì, annulla' }).click();
    await page.getByText('Annullato il').waitFor();
    await page.getByRole('link', { name: 'Torna agli acquisti del titolare' }).click();
    await page.getByText('Da restituire al titolare: 12,00').waitFor();
    const office = stage.office.page;
    await office.reload();
    await office.getByRole('button', { name: /^Registra la restituzione/ }).click();
    const dialog = office.getByRole('dialog', { name: /^Registra la restituzione/ });
    await dialog.getByLabel('Riferimento della banca').fill('CRO 99999999999');
    await dialog.getByRole('button', { name: 'Registra la restituzione' }).click();
    await office.getByText('Nulla da restituire.').waitFor();
  });

  it('pays the price of its network, which the cooperative agreed', async () => {
    const { office, cooperative, firm } = stage;
    const { networkId } = await ask<{ networkId: string }>(office.page, 'POST', '/api/companies/networks', { title: 'Rete del centro', kind: 'rete-contratto', programme: 'Comprare insieme', commonFund: false });
    const { items } = await ask<{ items: { firmId: string }[] }>(office.page, 'GET', '/api/companies/firms');
    await ask(office.page, 'POST', `/api/companies/networks/${networkId}/members`, { firmId: items[0]!.firmId, firstDay: '2026-01-01' });
    const { page } = cooperative;
    await page.goto(`${stage.product.url}/cooperativa/offerte`);
    await page.getByText('Prezzi per le reti').click();
    await page.getByLabel('Prezzo per la rete').fill('41,00');
    await page.getByRole('button', { name: 'Applica il prezzo' }).click();
    await page.getByText('più basso del listino, 40,00').waitFor();
    await page.getByLabel('Prezzo per la rete').fill('36,00');
    await page.getByLabel('Prezzo per la rete').press('Enter');
    await page.getByRole('button', { name: 'Togli il prezzo per Rete del centro' }).waitFor();
    await looksRight(page, 'cooperativa-prezzi-reti');
    await firm.page.getByRole('link', { name: 'Per il titolare', exact: true }).click();
    await firm.page.getByRole('link', { name: 'Stireria, 5 kg', exact: true }).click();
    await firm.page.getByText('Prezzo per la rete «Rete del centro»: 36,00').waitFor();
    expect(await textOf(firm.page)).toContain('25,20 €');
    await page.getByRole('button', { name: 'Togli il prezzo per Rete del centro' }).click();
    await page.getByRole('button', { name: 'Togli il prezzo per Rete del centro' }).waitFor({ state: 'detached' });
  });
});
