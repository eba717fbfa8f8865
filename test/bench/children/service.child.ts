import 'reflect-metadata';
import { BenefitsModule } from '@salvatempo/app-benefits';
import { CompaniesModule } from '@salvatempo/app-companies';
import { ProgrammesModule } from '@salvatempo/app-programmes';
import { auditStore, eventually } from '@salvatempo/testing';
import { rulesOfBench } from '../product/rules';
import type { Servers } from '../../distributed/world/held-infra';
import { openFilePorts, openServerPorts } from '../product/bench-ports';
import { Noticed } from '../product/noticing-store';
import { startProduct, type Product } from '../product/product';
import { Profile, type HotFunction } from '../product/profile';
import { seedAccounts } from '../product/seed-accounts';
import { answer } from './remote';

const MODULES = { benefits: BenefitsModule, companies: CompaniesModule, programmes: ProgrammesModule };
export type ServiceName = keyof typeof MODULES;

export interface ServiceSpec {
  /** One on servers; any number in one file. */
  readonly services: readonly ServiceName[];
  readonly on: Servers | { readonly dataDir: string };
  /** Accounts with credit that benefits begins with. */
  readonly accounts?: number;
}

/** Which rows, or how many commits after those of an earlier look, are waited for. */
export interface RowsSpec {
  readonly model: string;
  readonly ids: readonly string[];
}
export interface CommitsSpec {
  readonly collection: string;
  readonly after: number;
  readonly count: number;
}

/** Whatever takes longer has been lost. */
const PATIENCE = { withinMs: 30_000, everyMs: 5 };

let product: Product;
const noticed = new Noticed();
const profile = new Profile();
const commitsOf = (collection: string): readonly number[] => noticed.commits.get(collection) ?? [];

answer({
  async start({ services, on, accounts = 0 }: ServiceSpec): Promise<number> {
    const ports = 'dataDir' in on ? await openFilePorts(on.dataDir) : await openServerPorts(on, services[0]!);
    product = await startProduct(services.map((name) => MODULES[name]), { ...ports, store: noticed.over(ports.store) });
    if (accounts > 0) await seedAccounts(product.engine, accounts);
    await product.settle();
    return product.port;
  },
  token: async (): Promise<string> => (await product.tokens(0)).admin,
  /** When each of the rows was there, in `machineMs`. */
  async rowsAt({ model, ids }: RowsSpec): Promise<readonly number[]> {
    const atOf = (id: string): number | undefined => noticed.rows.get(`${model}/${id}`);
    await eventually(() => ids.every((id) => atOf(id) !== undefined), `${ids.length} rows of ${model}`, PATIENCE);
    return ids.map((id) => atOf(id)!);
  },
  commitCount: (collection: string): number => commitsOf(collection).length,
  /** When the first and the last of so many commits were durable. */
  async commitsAt({ collection, after, count }: CommitsSpec): Promise<readonly [number, number]> {
    await eventually(() => commitsOf(collection).length >= after + count, `${count} commits of ${collection}`, PATIENCE);
    return [commitsOf(collection)[after]!, commitsOf(collection)[after + count - 1]!];
  },
  settle: () => product.settle(),
  async audit(): Promise<readonly string[]> {
    const { aggregates } = product.engine;
    const findings = await auditStore(product.ports.store, aggregates, rulesOfBench(aggregates), product.ports.ambient.clock.now());
    return findings.map((finding) => JSON.stringify(finding));
  },
  startProfile: () => profile.start(),
  stopProfile: (): Promise<readonly HotFunction[]> => profile.stop(),
});
