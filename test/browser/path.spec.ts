import { invent } from '../../scripts/tour/invented';
import { adviserEnters, letsAdviserIn, registersAdviser } from './as-adviser';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';
import { dayWithRoom, WITH_ROOM_MS } from '../scenarios/world/days';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('a firm’s path, from its first step to who came to a meeting', () => {
  const world = invent(29);
  const stage = setStage(executable, { office: WIDE, firm: NARROW, other: WIDE, adviser: WIDE });

  it('begins at the office, which announces a meeting', async () => {
    const { page } = stage.office;
    await dayWithRoom();
    await operatorBegins(page, stage.product.welcome);
    await page.getByRole('link', { name: 'Incontri', exact: true }).click();
    await page.getByText('Nessun incontro finora.').waitFor();
    await page.getByRole('button', { name: 'Annuncia', exact: true }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'operatore-incontri-vuoto');
    await page.getByLabel('Argomento').fill('Il piano in bottega');
    await page.getByLabel('Indirizzo o collegamento').fill('Sala consiliare, piazza Broletto 1, Lodi');
    await page.getByLabel('Ora d’inizio').fill('23:59');
    await page.getByLabel('Giorno').fill(await page.getByLabel('Giorno').getAttribute('min').then(String));
    await page.getByLabel('Posti', { exact: true }).fill('501');
    await page.getByRole('button', { name: 'Annuncia', exact: true }).click();
    await page.getByText('Scrivere un numero intero, da 1 a 500').waitFor();
    await page.getByLabel('Posti', { exact: true }).fill('5');
    await page.getByRole('button', { name: 'Annuncia', exact: true }).click();
    await page.getByText('Annunciato: le imprese possono prendere i posti.').waitFor();
    await page.getByText('Presi 0 posti su 5, liberi 5').waitFor();
    await looksRight(page, 'operatore-incontri');
  }, WITH_ROOM_MS);

  it('shows the firm what to do first, which it begins by the keyboard', async () => {
    const { page } = stage.firm;
    await firmRegisters(page, stage.product.url, world);
    // On a phone the firm's pages are behind a button, in groups that are named, and close once one is chosen.
    const menu = page.getByRole('button', { name: 'Menu', exact: true });
    expect(await page.getByRole('link', { name: 'Percorso', exact: true }).isVisible()).toBe(false);
    await menu.focus();
    await page.keyboard.press('Enter');
    await looksRight(page, 'impresa-menu');
    const group = page.getByRole('list', { name: 'Bandi e consulenza' });
    expect(await group.getByRole('link').allInnerTexts()).toEqual(['Bandi', 'Percorso', 'Incarichi']);
    await tabTo(page, 'Percorso');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Il percorso verso il piano' }).waitFor();
    await page.getByText('Cominciare il passo Analisi dei bisogni').first().waitFor();
    await looksRight(page, 'percorso-inizio');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await menu.focus();
    await tabTo(page, 'Comincia «Analisi dei bisogni»');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Comincia', exact: true }).first().waitFor();
    await looksRight(page, 'percorso-comincia');
    await tabTo(page, /^Comincia$/);
    await page.keyboard.press('Enter');
    await page.getByText('Portare avanti il passo').waitFor();
    expect(await textOf(page)).toContain('se ne occupa l’impresa');
  });

  it('is gone on with documents, and a step ends when they are all there', async () => {
    const { page } = stage.firm;
    await page.getByLabel('Scrivi un documento di «Analisi dei bisogni»').first().click();
    const form = page.getByRole('form', { name: 'Scrivi un documento di «Analisi dei bisogni»' });
    await form.getByLabel('Il suo giorno').fill('2020-01-01');
    await form.getByRole('button', { name: 'Scrivi' }).click();
    await form.getByText('Il giorno viene prima dell’inizio del passo').waitFor();
    await looksRight(page, 'percorso-documento-rifiutato');
    await form.getByLabel('Il suo giorno').fill(await form.getByLabel('Il suo giorno').getAttribute('max').then(String));
    await form.getByRole('button', { name: 'Scrivi' }).click();
    await page.getByText('c’è dal').waitFor();
    await page.getByLabel('Concludi «Analisi dei bisogni»').first().click();
    await page.getByRole('form', { name: 'Concludi «Analisi dei bisogni»' }).getByRole('button', { name: 'Concludi' }).click();
    await page.getByText('Concluso', { exact: true }).waitFor();
    expect(await textOf(page)).toMatch(/Cominciare il passo (?!Analisi)/);
    await looksRight(page, 'percorso');
  });

  it('has places in the meeting, never more than are left, and can change their number', async () => {
    const { page } = stage.firm;
    const form = page.getByRole('form', { name: 'Posti per «Il piano in bottega»' });
    await form.getByLabel('Quante persone').fill('6');
    await form.getByRole('button', { name: 'Prendi i posti' }).click();
    await form.getByText('da 1 ai posti che restano (5)').waitFor();
    await form.getByLabel('Quante persone').fill('3');
    await form.getByLabel('Quante persone').press('Enter');
    await page.getByText('Posti presi: 3').waitFor();
    expect(await textOf(page)).toContain('Posti liberi: 2 su 5');
    await looksRight(page, 'percorso-posti');
    await page.getByRole('button', { name: 'Rinuncia ai posti di «Il piano in bottega»' }).click();
    await page.getByText('Posti liberi: 5 su 5').waitFor();
    await form.getByLabel('Quante persone').fill('2');
    await form.getByRole('button', { name: 'Prendi i posti' }).click();
    await page.getByText('Posti presi: 2').waitFor();
  });

  it('waits for more places than are free, and has them when another firm gives its own up', async () => {
    const { page } = stage.firm;
    const other = stage.other.page;
    await firmRegisters(other, stage.product.url, invent(30));
    await other.getByRole('link', { name: 'Percorso', exact: true }).click();
    const theirs = other.getByRole('form', { name: 'Posti per «Il piano in bottega»' });
    await theirs.getByLabel('Quante persone').fill('3');
    await theirs.getByRole('button', { name: 'Prendi i posti' }).click();
    await other.getByText('Posti presi: 3').waitFor();
    await page.reload();
    const list = page.getByRole('form', { name: 'Lista d’attesa di «Il piano in bottega»' });
    await list.getByLabel('Quanti posti servono in tutto').fill('6');
    await list.getByRole('button', { name: 'Mettiti in lista' }).click();
    await list.getByText('da 3 a 5').waitFor();
    await list.getByLabel('Quanti posti servono in tutto').fill('4');
    await looksRight(page, 'percorso-lista');
    await list.getByLabel('Quanti posti servono in tutto').press('Enter');
    await page.getByText('In lista per 4 posti: al posto 1').waitFor();
    await looksRight(page, 'percorso-in-lista');
    await other.getByRole('button', { name: 'Rinuncia ai posti di «Il piano in bottega»' }).click();
    await other.getByText('Posti liberi: 1 su 5').waitFor();
    await page.reload();
    await page.getByText('Posti presi: 4').waitFor();
    const form = page.getByRole('form', { name: 'Posti per «Il piano in bottega»' });
    await form.getByLabel('Quante persone').fill('2');
    await form.getByRole('button', { name: 'Cambia il numero' }).click();
    await page.getByText('Posti presi: 2').waitFor();
  });

  it('shows the office who came, and the firm too', async () => {
    const { page } = stage.office;
    await page.reload();
    await page.getByText(`${world.firmName}: 2 posti`).waitFor();
    await page.getByLabel('Scrivi le presenze di «Il piano in bottega»').first().click();
    await page.getByLabel(world.firmName).fill('3');
    await page.getByRole('button', { name: 'Salva le presenze' }).click();
    await page.getByText('Un numero intero, da 0 a 2').waitFor();
    await page.getByLabel(world.firmName).fill('1');
    await page.getByRole('button', { name: 'Salva le presenze' }).click();
    await page.getByText(`${world.firmName}: 2 posti, presenti 1`).waitFor();
    await looksRight(page, 'operatore-incontri-presenze');
    await stage.firm.page.reload();
    await stage.firm.page.getByText('Presenti: 1 su 2').waitFor();
    expect(await stage.firm.page.getByRole('button', { name: 'Rinuncia' }).count()).toBe(0);
  });

  it('is gone by an adviser with what the mandate lets them do, and no more', async () => {
    const { office, firm, adviser } = stage;
    await office.page.getByRole('link', { name: 'Consulenti', exact: true }).click();
    await registersAdviser(office.page);
    const code = await letsAdviserIn(office.page);
    await firm.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await firm.page.getByRole('link', { name: 'Incarichi', exact: true }).click();
    await firm.page.getByRole('button', { name: 'Dai l’incarico' }).click();
    await firm.page.getByText('In vigore', { exact: true }).waitFor();
    const { page } = adviser;
    await adviserEnters(page, stage.product.url, code);
    await page.getByRole('link', { name: world.firmName }).click();
    await page.getByRole('heading', { level: 1, name: `Il percorso di ${world.firmName}` }).waitFor();
    await page.getByLabel('Comincia «Contrattazione di secondo livello»').first().click();
    const form = page.getByRole('form', { name: 'Comincia «Contrattazione di secondo livello»' });
    await form.getByLabel('Chi se ne occupa').selectOption('adviser');
    await form.getByRole('button', { name: 'Comincia' }).click();
    await page.getByText('se ne occupa il consulente').waitFor();
    expect(await page.getByText('Scrivi un documento').count()).toBe(0);
    await looksRight(page, 'consulente-percorso');
  });

  it('has meetings of the adviser too, which can be called off', async () => {
    const { page } = stage.adviser;
    await page.getByRole('link', { name: 'Incontri', exact: true }).click();
    await page.getByLabel('Argomento').fill('Come si legge il contratto');
    await page.getByLabel('Dove').selectOption('online');
    await page.getByLabel('Indirizzo o collegamento').fill('https://sala.example/q7');
    await page.getByRole('button', { name: 'Annuncia', exact: true }).click();
    await page.getByText('Presi 0 posti su 20, liberi 20').waitFor();
    await stage.firm.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await stage.firm.page.getByRole('link', { name: 'Percorso', exact: true }).click();
    await stage.firm.page.getByText('a cura di Studio Zanaboni').waitFor();
    await page.getByText('Annulla l’incontro').click();
    await page.getByRole('button', { name: 'Annulla «Come si legge il contratto»' }).click();
    await page.getByText('Annullato', { exact: true }).waitFor();
    await looksRight(page, 'consulente-incontri');
    await stage.firm.page.reload();
    await stage.firm.page.getByText('Annullato', { exact: true }).waitFor();
  });
});
