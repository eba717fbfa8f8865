/** One request of an arm: its text, and what it must be answered with where that is known byte for byte. */
export interface Prepared {
  readonly text: string;
  readonly expected?: Buffer;
}

/** Whose account, and the token of the person. */
export interface Holder {
  readonly accountId: string;
  readonly token: string;
}

/** What an arm asks for. */
export type Plan =
  /** Each of these people reads their own account. */
  | { readonly kind: 'read-mine'; readonly holders: readonly Holder[] }
  /** The same by the account's id. */
  | { readonly kind: 'read-one'; readonly holders: readonly Holder[] }
  /** A firm takes one cent from one account after the other; each request has a key of its own. */
  | { readonly kind: 'debit'; readonly accountIds: readonly string[]; readonly token: string; readonly keys: string }
  /** The debits that were remembered before, again. */
  | { readonly kind: 'repeat' };

const get = (path: string, token: string): string => `GET ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n\r\n`;

const DEBIT = JSON.stringify({ amountCents: 1, reason: 'accreditato due volte' });

export const debit = (accountId: string, token: string, key: string): string =>
  `POST /api/benefits/accounts/${accountId}/withdrawals HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n` +
  `idempotency-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${DEBIT.length}\r\n\r\n${DEBIT}`;

/** Makes the next request of a plan, again and again. */
export function requestsOf(plan: Plan, remembered: readonly Prepared[]): () => Prepared {
  let next = 0;
  if (plan.kind === 'debit') {
    const { accountIds, token, keys } = plan;
    return () => ({ text: debit(accountIds[next % accountIds.length]!, token, `${keys}-${next++}`) });
  }
  const all = plan.kind === 'repeat' ? remembered : plan.holders.map(({ accountId, token }) => ({ text: get(pathOf(plan.kind, accountId), token) }));
  return () => all[next++ % all.length]!;
}

const pathOf = (kind: 'read-mine' | 'read-one', accountId: string): string =>
  kind === 'read-mine' ? '/api/benefits/accounts/mine' : `/api/benefits/accounts/${accountId}`;
