import { invent } from '../../scripts/tour/invented';
import { adviserEnters, letsAdviserIn, registersAdviser } from './as-adviser';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('a mandate, from the office that registers an adviser to the firm that ends it', () => {
  const world = invent(17);
  const stage = setStage(executable, { office: WIDE, firm: WIDE, adviser: NARROW });
  let code = '';

  it('needs somebody whom an officer registered and let in', async () => {
    const { page } = stage.office;
    await operatorBegins(page, stage.product.welcome);
    await page.getByRole('link', { name: 'Consulenti', exact: true }).click();
    await page.getByText('Nessuno finora.').waitFor();
    await page.getByRole('button', { name: 'Registra', exact: true }).click();
    await page.getByText('Questo campo serve').first().waitFor();
    await looksRight(page, 'operatore-consulenti-vuoto');
    await registersAdviser(page);
    await page.getByText('Nessuna persona finora').waitFor();
    code = await letsAdviserIn(page);
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    await looksRight(page, 'operatore-consulenti');
    await page.getByRole('button', { name: 'Togli Piero Zanaboni' }).click();
    await page.getByText('Nessuna persona finora').waitFor();
    await letsAdviserIn(page);
    await page.getByText(code).waitFor();
  });

  it('shows an adviser without one nothing', async () => {
    const { page } = stage.adviser;
    await adviserEnters(page, stage.product.url, code);
    await page.getByRole('heading', { level: 1, name: 'Le imprese che seguo' }).waitFor();
    await page.getByText('Nessuna impresa ha dato un incarico che vale oggi.').waitFor();
    await looksRight(page, 'consulente-vuoto');
  });

  it('is given by the firm by the keyboard alone', async () => {
    const { page } = stage.firm;
    await firmRegisters(page, stage.product.url, world);
    await page.getByRole('link', { name: 'Incarichi', exact: true }).click();
    await page.getByText('Nessun incarico finora.').waitFor();
    await page.getByLabel('Seguire i passi del percorso').uncheck();
    await page.getByRole('button', { name: 'Dai l’incarico' }).click();
    await page.getByText('Scegliere almeno una cosa').waitFor();
    await looksRight(page, 'incarichi-vuoto');
    await page.getByLabel('A chi').focus();
    await tabTo(page, 'Seguire i passi del percorso');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Space');
    await tabTo(page, 'Dai l’incarico');
    await page.keyboard.press('Enter');
    await page.getByText('In vigore', { exact: true }).waitFor();
    await looksRight(page, 'incarichi');
  });

  it('shows the adviser the firm and how far its path is', async () => {
    const { page } = stage.adviser;
    await page.reload();
    await page.getByText('Prossimo passo: Analisi dei bisogni').waitFor();
    await looksRight(page, 'consulente');
    await page.getByRole('link', { name: world.firmName }).click();
    await page.getByRole('heading', { level: 1, name: `Il percorso di ${world.firmName}` }).waitFor();
    await page.getByText('Contrattazione di secondo livello').waitFor();
    await looksRight(page, 'consulente-impresa');
  });

  it('is over at once where the firm ends it', async () => {
    await stage.firm.page.getByRole('button', { name: 'Revoca da oggi l’incarico di Studio Zanaboni' }).click();
    await stage.firm.page.getByText('Incarico revocato: da ora non vale più.').waitFor();
    await stage.firm.page.getByText('Finito', { exact: true }).waitFor();
    const { page } = stage.adviser;
    await page.reload();
    await page.getByRole('alert').first().waitFor();
    expect(await textOf(page)).not.toContain('Contrattazione');
    await page.getByRole('link', { name: 'Imprese seguite' }).click();
    await page.getByText('Nessuna impresa ha dato un incarico che vale oggi.').waitFor();
  });
});
