import type { Page } from 'playwright-core';

/**
 * What isn't a spec's own business goes in by the API, with the session of the page's window. A text is sent as values separated by
 * commas. Throws Error for a refusal.
 */
export const ask = <T = Record<string, unknown>>(page: Page, method: 'GET' | 'POST', path: string, sent?: unknown): Promise<T> =>
  page.evaluate(
    async ([how, to, body]) => {
      const isText = typeof body === 'string';
      const headers = { 'content-type': isText ? 'text/csv' : 'application/json', prefer: 'wait=10', ...(how === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }) };
      const answer = await fetch(to, { method: how, headers, ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }) });
      if (!answer.ok) throw new Error(`${to} answered ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    [method, path, sent] as const,
  );
