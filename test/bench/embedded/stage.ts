import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadSpec, RememberSpec } from '../children/load.child';
import type { Started } from '../children/product.child';
import { Remote } from '../children/remote';
import type { LoadResult } from '../load/tally';
import type { Plan } from '../load/requests';
import type { Audit } from '../part';
import type { AccountsAudit } from '../product/audit';

/** Accounts that the spread debits go over. */
export const ACCOUNTS = 10_000;
/** People who read their own account. */
const PEOPLE = 256;
/** Requests that are repeated. */
const REPEATED = 1_000;

export interface Tokens {
  readonly admin: string;
  readonly people: readonly string[];
}

/** The processes of one run, each with its own job, and what the load needs to know of the product. */
export class Stage {
  readonly product = Remote.start('product');
  readonly raw = Remote.start('raw-http');
  readonly store = Remote.start('store');
  readonly disk = Remote.start('disk');
  readonly client = Remote.start('load');
  readonly dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-bench-'));
  tokens!: Tokens;
  accountIds!: readonly string[];
  productPort!: number;
  rawPort!: number;
  /** Debits that were answered so far. */
  answeredDebits = 0;
  private keys = 0;

  async start(): Promise<void> {
    const folder = (name: string): string => {
      mkdirSync(join(this.dataDir, name));
      return join(this.dataDir, name);
    };
    const [started] = await Promise.all([
      this.product.call<Started>('start', { dataDir: folder('product'), accounts: ACCOUNTS }),
      this.store.call('start', { dataDir: folder('store'), accounts: ACCOUNTS }),
    ]);
    this.productPort = started.port;
    this.accountIds = started.accountIds;
    await this.refreshTokens();
    const spec: RememberSpec = { port: this.productPort, accountIds: this.accountIds.slice(0, REPEATED), token: this.tokens.admin, keys: 'bench-repeat' };
    this.answeredDebits += await this.client.call<number>('remember', spec);
    this.rawPort = await this.raw.call<number>('listen', await this.bodies());
    await this.product.call('settle');
  }

  /** Tokens are good for five minutes, and a block takes less. */
  async refreshTokens(): Promise<void> {
    this.tokens = await this.product.call<Tokens>('tokens', PEOPLE);
  }

  get holders(): { accountId: string; token: string }[] {
    return this.tokens.people.map((token, number) => ({ accountId: this.accountIds[number]!, token }));
  }

  /** A plan of debits whose keys were never used. */
  debits(accountIds: readonly string[]): Plan {
    return { kind: 'debit', accountIds, token: this.tokens.admin, keys: `bench-${++this.keys}` };
  }

  async load(spec: LoadSpec): Promise<LoadResult> {
    const result = await this.client.call<LoadResult>('run', spec);
    if (spec.plan.kind === 'debit' && spec.port === this.productPort) this.answeredDebits += result.answered;
    return result;
  }

  async audit(): Promise<Audit> {
    const { accounts, debits, findings } = await this.product.call<AccountsAudit>('audit', this.answeredDebits);
    return { says: `${accounts} accounts, ${debits} debits, each answered one in the journal once`, findings };
  }

  async stop(): Promise<void> {
    await Promise.all([this.product, this.raw, this.store, this.disk, this.client].map((remote) => remote.stop()));
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** What the product answers, so that the raw server answers as much. */
  private async bodies(): Promise<{ read: string; write: string }> {
    const ask = async (path: string, init: RequestInit): Promise<string> => (await fetch(`http://127.0.0.1:${this.productPort}/api/benefits/accounts/${path}`, init)).text();
    const [{ accountId, token }] = this.holders as [{ accountId: string; token: string }];
    const read = await ask('mine', { headers: { authorization: `Bearer ${token}` } });
    const headers = { authorization: `Bearer ${this.tokens.admin}`, 'idempotency-key': 'bench-body', 'content-type': 'application/json' };
    const write = await ask(`${accountId}/withdrawals`, { method: 'POST', headers, body: JSON.stringify({ amountCents: 1, reason: 'accreditato due volte' }) });
    this.answeredDebits += 1;
    return { read, write };
  }
}
