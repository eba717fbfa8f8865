import { creditAdded, creditWithdrawn, type Envelope } from '@salvatempo/contracts';
import { auditStore } from '@salvatempo/testing';
import type { StoredDocument } from '@salvatempo/store';
import type { Product } from './product';
import { rulesOfBench } from './rules';
import { ACCOUNTS } from './seed-accounts';

const PAGE = 500;

export interface AccountsAudit {
  readonly accounts: number;
  /** Debits in the journal. */
  readonly debits: number;
  readonly findings: readonly string[];
}

/**
 * Whether anything is wrong with what the load left: the invariants of every scenario, and that each account's balance is
 * what its entries make, that as many debits are in the journal as were answered, and that every list has caught up.
 */
export async function audit({ ports, engine }: Product, answeredDebits: number): Promise<AccountsAudit> {
  const { store, ambient } = ports;
  const found = await auditStore(store, engine.aggregates, rulesOfBench(engine.aggregates), ambient.clock.now());
  const findings = found.map((finding) => JSON.stringify(finding));
  let accounts = 0;
  let debits = 0;
  for (let after: string | undefined, page: readonly StoredDocument[] = []; after === undefined || page.length === PAGE; after = page.at(-1)?.id) {
    page = await store.documents.scan(ACCOUNTS, after, PAGE);
    for (const document of page) {
      const book = await bookOf(store, document);
      accounts++;
      debits += book.debits;
      const cents = (document.state as { lots: { freeCents: number }[] }).lots.reduce((sum, { freeCents }) => sum + freeCents, 0);
      if (cents !== book.cents || cents < 0) findings.push(`${document.id} has ${cents} cents, and its entries make ${book.cents}`);
    }
    if (page.length === 0) break;
  }
  if (debits !== answeredDebits) findings.push(`${answeredDebits} debits were answered and ${debits} are in the journal`);
  return { accounts, debits, findings };
}

async function bookOf({ journal }: Product['ports']['store'], { collection, id }: StoredDocument): Promise<{ cents: number; debits: number }> {
  let cents = 0;
  let debits = 0;
  for (let after = 0; ; ) {
    const entries = await journal.history({ collection, id }, after, PAGE);
    for (const { body } of entries) {
      const { type, data } = JSON.parse(body) as Envelope & { data: { amountCents: number; lot: { amountCents: number } } };
      if (type === creditAdded.type) cents += data.lot.amountCents;
      if (type !== creditWithdrawn.type) continue;
      cents -= data.amountCents;
      debits++;
    }
    if (entries.length < PAGE) return { cents, debits };
    after = entries.at(-1)!.sequence!;
  }
}
