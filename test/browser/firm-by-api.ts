import { eventually } from '@salvatempo/testing';
import type { Page } from 'playwright-core';
import type { Invented, InventedPerson } from '../../scripts/tour/invented';
import { inDays } from '../scenarios/world/days';
import { firmRegisters } from './as-firm';
import { operatorBegins, PASSWORD } from './as-operator';
import { ask } from './by-api';
import type { Stage } from './stage';

/** The firm of whoever is signed in at a window. */
export async function ownFirm(page: Page): Promise<string> {
  const { roles } = await ask<{ roles: { organisationId: string }[] }>(page, 'GET', '/api/identity/sessions/current');
  return roles[0]!.organisationId;
}

/** The firm at a window takes somebody in by a file, in a category if one is given; their activation code. The first of its people. */
export async function takesInFirst(page: Page, firmId: string, { fiscalCode, name, surname }: InventedPerson, category?: string): Promise<string> {
  const [columns, row] = category === undefined ? ['', ''] : [',categoria', `,${category}`];
  await ask(page, 'POST', `/api/companies/firms/${firmId}/employee-imports`, `codice_fiscale,nome,cognome${columns}\n${fiscalCode},${name},${surname}${row}\n`);
  const codes = `/api/identity/activation-codes?firmId=${firmId}`;
  const code = await eventually(async () => (await ask<{ items: { code?: string }[] }>(page, 'GET', codes)).items[0]?.code, 'the code of the person');
  return code!;
}

/** The firm at a window opens a plan, and gives credit of letter c.3 to everybody: euro cents, and for how many days. */
export async function opensPlan(page: Page, firmId: string, title: string, ...credits: readonly (readonly [amountCents: number, days: number])[]): Promise<void> {
  const { planId } = await ask(page, 'POST', '/api/benefits/plans', { firmId, title, source: 'REGOLAMENTO_VINCOLANTE' });
  for (const [amountCents, days] of credits) await ask(page, 'POST', `/api/benefits/plans/${String(planId)}/credit-runs`, { amountCents, letter: 'c.3', validUntil: inDays(days) });
}

/** Somebody activates their access at a window, and is signed in there. */
export async function activates(page: Page, url: string, { fiscalCode }: InventedPerson, code: string): Promise<void> {
  await page.goto(url);
  await ask(page, 'POST', '/api/identity/activations', { fiscalCode, code, password: PASSWORD });
  await ask(page, 'POST', '/api/identity/sessions', { username: fiscalCode, password: PASSWORD });
}

/** The office begins, and a firm of one person opens a plan with credit for them: each is signed in at their window. The firm's id. */
export async function firmOfOne({ office, firm, employee, product }: Stage<'office' | 'firm' | 'employee'>, world: Invented, title: string, ...credits: Parameters<typeof opensPlan>[3][]): Promise<string> {
  const person = world.employees[0]!;
  await operatorBegins(office.page, product.welcome);
  await firmRegisters(firm.page, product.url, world);
  const firmId = await ownFirm(firm.page);
  const code = await takesInFirst(firm.page, firmId, person);
  await opensPlan(firm.page, firmId, title, ...credits);
  await activates(employee.page, product.url, person, code);
  return firmId;
}
