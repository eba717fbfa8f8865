import 'reflect-metadata';
import { BenefitsModule } from '@salvatempo/app-benefits';
import { holdCredit } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import type { Cause } from '@salvatempo/messaging';
import type { StoredDocument } from '@salvatempo/store';
import { auditStore } from '@salvatempo/testing';
import { rulesOfBench } from '../product/rules';
import { accountIdOf, FIRM_ID } from '../product/bench-ids';
import { openFilePorts } from '../product/bench-ports';
import { startProduct, type Product } from '../product/product';
import { ACCOUNTS, aggregateOf, seedAccounts } from '../product/seed-accounts';
import { answer } from './remote';

export interface SettlementState {
  readonly status: string;
  readonly accounts: number;
  readonly taxableAccounts: number;
  readonly taxableCents: number;
}

const TAX_YEAR = 2025;
const SETTLEMENTS = 'benefits.settlement';
const TOGETHER = 500;
const PAGE = 500;
/** Of each account under art. 51 c.3, and what every tenth declares of other employers: together above the threshold. */
export const HELD_CENTS = 50_000;
const EXTERNAL_CENTS = 97_000;
const EVERY = 10;

let product: Product;

const causeOf = (id: string): Cause => ({ id: derivedId('req', id), time: product.ports.ambient.clock.now(), correlationId: 'bench-year-end', tenantId: FIRM_ID });
const settlementIdOf = (name: string): string => derivedId('set', name);

async function useAccounts(count: number): Promise<void> {
  const runner = product.engine.runner(aggregateOf(product.engine, ACCOUNTS));
  const thresholds = { baseCents: 100_000, withDependentChildCents: 200_000 };
  const use = async (number: number): Promise<void> => {
    const accountId = accountIdOf(number);
    const hold = { accountId, purchaseId: derivedId('pur', String(number)), amountCents: HELD_CENTS, letter: 'c.3', benefitValueCents: HELD_CENTS, taxYear: TAX_YEAR, expiresAt: '2099-01-01T00:00:00.000Z', thresholds };
    await runner.execute(accountId, { type: holdCredit.type, data: hold }, causeOf(`hold-${number}`));
    if (number % EVERY === 0) await runner.execute(accountId, { type: 'declare-year', data: { taxYear: TAX_YEAR, externalCents: EXTERNAL_CENTS, childFiscalCodes: [], version: '2026-01' } }, causeOf(`declare-${number}`));
  };
  for (let first = 0; first < count; first += TOGETHER) await Promise.all(Array.from({ length: Math.min(TOGETHER, count - first) }, (_, i) => use(first + i)));
}

/** Guarded writes of a collection so far: each one raises the version of its document. */
async function writesOf(collection: string): Promise<number> {
  let writes = 0;
  for (let after: string | undefined, page: readonly StoredDocument[] = []; after === undefined || page.length === PAGE; after = page.at(-1)?.id) {
    page = await product.ports.store.documents.scan(collection, after, PAGE);
    writes += page.reduce((sum, { version }) => sum + version, 0);
    if (page.length === 0) break;
  }
  return writes;
}

answer({
  async open({ dataDir }: { readonly dataDir: string }): Promise<void> {
    product = await startProduct([BenefitsModule], await openFilePorts(dataDir));
  },
  async seed(accounts: number): Promise<void> {
    await seedAccounts(product.engine, accounts);
    await useAccounts(accounts);
  },
  /** Whether every list has caught up; false where that takes longer than a minute. */
  settle: (): Promise<boolean> => product.settle().then(() => true, () => false),
  async begin(name: string): Promise<void> {
    const runner = product.engine.runner(aggregateOf(product.engine, SETTLEMENTS));
    await runner.execute(settlementIdOf(name), { type: 'start-settlement', data: { firmId: FIRM_ID, taxYear: TAX_YEAR } }, causeOf(name));
  },
  async state(name: string): Promise<SettlementState | undefined> {
    return (await product.engine.runner(aggregateOf(product.engine, SETTLEMENTS)).load(settlementIdOf(name)))?.state as SettlementState | undefined;
  },
  writes: async (): Promise<number> => (await writesOf(ACCOUNTS)) + (await writesOf(SETTLEMENTS)),
  async audit(): Promise<readonly string[]> {
    const { store, ambient } = product.ports;
    return (await auditStore(store, product.engine.aggregates, rulesOfBench(product.engine.aggregates), ambient.clock.now())).map((finding) => JSON.stringify(finding));
  },
});
