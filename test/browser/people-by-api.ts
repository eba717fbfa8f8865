import type { Page } from 'playwright-core';
import { PASSWORD } from './as-operator';
import { ask } from './by-api';

/** Somebody makes an account of their own at a window, and is signed in there; their id. */
export async function signsUp(page: Page, url: string, username: string): Promise<string> {
  await page.goto(url);
  await ask(page, 'POST', '/api/identity/accounts', { username, password: PASSWORD });
  await ask(page, 'POST', '/api/identity/sessions', { username, password: PASSWORD });
  const { personId } = await ask<{ personId: string }>(page, 'GET', '/api/identity/sessions/current');
  return personId;
}

/** Somebody signs up at a window, and the office lets them decide claims. */
export async function decidesClaims(page: Page, office: Page, url: string, username: string): Promise<void> {
  await ask(office, 'POST', '/api/benefits/claims-validators', { personId: await signsUp(page, url, username) });
}
