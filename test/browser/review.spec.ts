import { randomUUID } from 'node:crypto';
import { eventually } from '@salvatempo/testing';
import { invent } from '../../scripts/tour/invented';
import { Caller } from '../scenarios/world/caller';
import { billOf, fileOf, upload } from '../scenarios/world/claims';
import { until } from '../scenarios/world/territory';
import { firmRegisters } from './as-firm';
import { operatorBegins, PASSWORD } from './as-operator';
import { ask } from './by-api';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { opensPlan, ownFirm, takesInFirst } from './firm-by-api';
import { looksRight } from './looks';
import { setStage } from './stage';

const executable = chromiumPath();
/** One in twenty is drawn: that none of so many is happens once in a million times. */
const TRIES = 270;

(executable === undefined ? describe.skip : describe)('a second look at a claim that was drawn', () => {
  const world = invent(41);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, validator: NARROW });
  let claimant: Caller;

  beforeAll(async () => {
    const { office, firm, validator, product } = stage;
    await operatorBegins(office.page, product.welcome);
    await firmRegisters(firm.page, product.url, world);
    const firmId = await ownFirm(firm.page);
    const code = await takesInFirst(firm.page, firmId, person!);
    await opensPlan(firm.page, firmId, 'Piano', [90_000, 200]);
    const nobody = new Caller(() => product.url);
    await nobody.made('/api/identity/activations', { fiscalCode: person!.fiscalCode, code, password: PASSWORD });
    claimant = await nobody.signIn(person!.fiscalCode, PASSWORD);
    const [anna, bruno] = ['anna@prova.example', 'bruno@prova.example'];
    const approver = await nobody.signUp(anna, PASSWORD);
    await nobody.signUp(bruno, PASSWORD);
    await validator.page.goto(product.url);
    await ask(validator.page, 'POST', '/api/identity/sessions', { username: bruno, password: PASSWORD });
    for (const who of [await approver.get('/api/identity/sessions/current').then(({ body }) => body), await ask(validator.page, 'GET', '/api/identity/sessions/current')])
      await ask(office.page, 'POST', '/api/benefits/claims-validators', { personId: String(who.personId) });
    await until(approver, '/api/identity/sessions/current', ({ roles: held }) => held.length > 0);
    await until(claimant, '/api/benefits/accounts/mine', ({ lots }) => lots.length === 1);
    for (let tried = 0; tried < TRIES; tried++) {
      const { claimId } = await claimant.made('/api/benefits/claims', { documentIds: [await upload(claimant, fileOf(randomUUID()))], ...billOf({ askedCents: 100, document: { totalCents: 100 } }) });
      await approver.made(`/api/benefits/claims/${claimId}/approval`, { approvedCents: 100, legible: true, rightCategory: true });
      await until(claimant, `/api/benefits/claims/${claimId}`, ({ reimbursedCents }) => reimbursedCents === 100);
      const queued = await eventually(async () => {
        const page = await ask<{ items: { status: string }[] }>(validator.page, 'GET', '/api/benefits/claims/queue');
        return page.items.every(({ status }) => status !== 'open') ? page.items : undefined;
      }, 'the queue to know of the approval');
      if (queued!.length > 0) return;
    }
    throw new Error('no claim was drawn');
  }, 180_000);

  it('is in the queue of somebody else, with the document beside the facts, and is corrected with a reason', async () => {
    const { page } = stage.validator;
    await page.goto(`${stage.product.url}/convalida`);
    await page.getByText('controllo a campione').waitFor();
    await looksRight(page, 'controllo-coda');
    await page.getByRole('link', { name: /^Richiesta di 1,00/ }).click();
    await page.getByRole('heading', { name: 'Controllo a campione' }).waitFor();
    await page.getByRole('link', { name: 'Apri il file 1 (PDF)' }).waitFor();
    await looksRight(page, 'controllo-a-campione');
    await page.getByLabel('Importo giusto').fill('0,40');
    await page.getByRole('button', { name: 'Correggi' }).click();
    await page.getByText('Questo campo serve').waitFor();
    await page.getByLabel('Motivo').selectOption('wrong-category');
    await page.getByRole('button', { name: 'Correggi' }).click();
    await page.getByText('Controllo a campione: è stata corretta.').waitFor();
    await page.getByRole('link', { name: 'Torna alle richieste' }).click();
    await page.getByText('Nessuna richiesta da convalidare.').waitFor();
  });
});
