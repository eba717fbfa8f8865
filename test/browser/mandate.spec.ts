import { invent } from '../../scripts/tour/invented';
import { firmRegisters } from './as-firm';
import { operatorBegins, PASSWORD } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
const FISCAL_CODE = 'ZNBPRI79S09F205T';

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
    await page.getByLabel('Nome', { exact: true }).fill('Studio Zanaboni');
    await page.getByLabel('Partita IVA o codice fiscale').fill('00743110157');
    await page.getByRole('button', { name: 'Registra', exact: true }).click();
    await page.getByRole('button', { name: 'Persone di Studio Zanaboni' }).click();
    await page.getByText('Nessuna persona finora').waitFor();
    await page.getByLabel('Nome della persona').fill('Piero');
    await page.getByLabel('Cognome').fill('Zanaboni');
    await page.getByLabel('Codice fiscale', { exact: true }).fill(FISCAL_CODE);
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    code = await page.locator('strong.code').innerText();
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    await looksRight(page, 'operatore-consulenti');
    await page.getByRole('button', { name: 'Togli Piero Zanaboni' }).click();
    await page.getByText('Nessuna persona finora').waitFor();
    await page.getByLabel('Nome della persona').fill('Piero');
    await page.getByLabel('Cognome').fill('Zanaboni');
    await page.getByLabel('Codice fiscale', { exact: true }).fill(FISCAL_CODE);
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await page.getByText(code).waitFor();
  });

  it('shows an adviser without one nothing', async () => {
    const { page } = stage.adviser;
    await page.goto(`${stage.product.url}/attivazione`);
    await page.getByLabel('Codice fiscale').fill(FISCAL_CODE);
    await page.getByLabel('Codice di attivazione').fill(code);
    await page.getByLabel('Nuova password').fill(PASSWORD);
    await page.getByLabel('Ripeti la password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Attiva e accedi' }).click();
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
