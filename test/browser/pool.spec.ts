import { eventually } from '@salvatempo/testing';
import { invent } from '../../scripts/tour/invented';
import { inDays, today } from '../scenarios/world/days';
import { firmRegisters } from './as-firm';
import { operatorBegins } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, WIDE } from './chromium';
import { ownFirm } from './firm-by-api';
import { looksRight, showsFocus, tabTo, textOf } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();

(executable === undefined ? describe.skip : describe)('what people left in the firm’s pool', () => {
  const world = invent(57);
  const [stays, leaves] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE });

  beforeAll(async () => {
    const { office, firm, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const { page } = firm;
    const firmId = await ownFirm(page);
    const rows = [stays!, leaves!].map(({ fiscalCode, name, surname }) => `${fiscalCode},${name},${surname}\n`);
    await ask(page, 'POST', `/api/companies/firms/${firmId}/employee-imports`, `codice_fiscale,nome,cognome\n${rows.join('')}`);
    const people = await eventually(async () => {
      const { items } = await ask<{ items: { employeeId: string; surname: string }[] }>(page, 'GET', `/api/companies/firms/${firmId}/employees?limit=10`);
      return items.length === 2 && items;
    }, 'the people');
    const { planId } = await ask(page, 'POST', '/api/benefits/plans', { firmId, title: 'Piano', source: 'REGOLAMENTO_VINCOLANTE', isDraft: true });
    const terms = { validFrom: today(), validTo: inDays(200), period: 'year', groups: [{ amountCents: 30_000 }], letters: ['c.3', 'f-bis'], residue: { policy: 'solidarity-pool' }, runOutDays: 0, practice: {}, text: 'Regolamento di prova.' };
    const { edition } = await ask(page, 'POST', `/api/benefits/plans/${String(planId)}/drafts`, terms);
    await ask(page, 'POST', `/api/benefits/plans/${String(planId)}/versions`, { edition });
    await eventually(async () => (await ask(page, 'POST', `/api/benefits/plans/${String(planId)}/group-credit-runs`, { period: today().slice(0, 4) }).catch(() => undefined)) !== undefined, 'the credit of the group', { withinMs: 20_000 });
    const leaver = people.find(({ surname }) => surname === leaves!.surname)!;
    await ask(page, 'POST', `/api/companies/firms/${firmId}/employees/${leaver.employeeId}/departures`, { lastDay: inDays(-1) });
    await eventually(async () => (await ask<{ balanceCents: number }>(page, 'GET', `/api/benefits/solidarity-pools/${firmId}`)).balanceCents === 30_000, 'what the leaver left', { withinMs: 20_000 });
  }, 120_000);

  it('goes by the keyboard to everybody of a group, with what there is, whom it goes to and what comes of it in view', async () => {
    const { page } = stage.firm;
    await page.goto(`${stage.product.url}/impresa/piano/condizioni`);
    await page.getByRole('heading', { name: 'Dai dal fondo di solidarietà' }).waitFor();
    await page.getByLabel('Importo a persona dal fondo').fill('300,01');
    await page.getByRole('button', { name: 'Dai dal fondo' }).click();
    await page.getByText('È più di quello che c’è nel fondo.').waitFor();
    await looksRight(page, 'impresa-fondo-troppo');
    await page.getByLabel('Importo a persona dal fondo').fill('100');
    await page.getByText('il fondo basta per 3 persone').waitFor();
    await page.getByLabel('Si spende fino al').fill(inDays(100));
    await looksRight(page, 'impresa-fondo');
    await tabTo(page, 'Dai dal fondo');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Dato dal fondo. Persone: 1, 100,00 € ciascuna').waitFor();
    await eventually(async () => (await textOf(page)).includes('Nel fondo 200,00 €'), 'what is left in the pool');
  });
});
