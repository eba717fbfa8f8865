import { openKafkaLog, type Delivery, type EventLog } from '@salvatempo/messaging';
import { openMongoStore, type Store } from '@salvatempo/store';
import { allRules, auditStore, eventually, memoryAmbient, realTimers } from '@salvatempo/testing';
import { productBlueprint } from '../../scenarios/world/audit';
import type { Servers } from './held-infra';

const SERVICES = ['benefits', 'companies', 'identity', 'marketplace', 'programmes', 'providers', 'vouchers'];
/** Of many faults the first ones say enough. */
const MAX_SHOWN = 20;
const serviceOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** The databases of all services and their event log, looked at from outside. */
export class WholeTerritory {
  private constructor(
    private readonly stores: ReadonlyMap<string, Store>,
    readonly log: EventLog,
  ) {}

  static async open({ MONGODB_URL, KAFKA_BROKERS }: Servers, territory: string): Promise<WholeTerritory> {
    const { randomness } = memoryAmbient();
    const open = (service: string): Promise<Store> => openMongoStore({ url: MONGODB_URL, database: `${territory}_${service}`, blobKey: Buffer.alloc(32), randomness });
    const stores = new Map(await Promise.all(SERVICES.map(async (service) => [service, await open(service)] as const)));
    return new WholeTerritory(stores, await openKafkaLog({ brokers: KAFKA_BROKERS.split(','), prefix: `${territory}.`, timers: realTimers, randomness }));
  }

  /** What isn't as it must be at rest: broken invariants, and what was set aside or given up. */
  async faults(): Promise<readonly string[]> {
    return [...(await this.brokenRules()), ...(await this.setAside()), ...(await this.letters()).map(({ topic, value }) => `${topic}: ${value}`)];
  }

  async brokenRules(): Promise<readonly string[]> {
    const { aggregates } = await productBlueprint();
    const findings = await auditStore(this.asOne(), aggregates, allRules(aggregates), new Date().toISOString());
    return findings.map(({ rule, what }) => `${rule}: ${what}`);
  }

  /** The dead letters of all groups. */
  async letters(): Promise<readonly Delivery[]> {
    const { groups } = await productBlueprint();
    const found: Delivery[] = [];
    for (const group of groups) {
      const topic = `${group}.dlq`;
      // To read it is to join a group; most are empty.
      if ((await this.log.length(topic)) > 0) found.push(...(await this.log.read(topic, undefined, 1_000)));
    }
    return found;
  }

  /** Waits until all faults are gone; says which were left. */
  async atRest(withinMs: number): Promise<void> {
    const none = async (): Promise<boolean> => {
      const faults = await this.faults();
      if (faults.length > 0) throw new Error(faults.slice(0, MAX_SHOWN).join('\n'));
      return true;
    };
    await eventually(none, 'everything to be at rest and right', { withinMs });
  }

  /** How many messages wait in a service's journal for the broker. */
  async backlogOf(service: string): Promise<number> {
    return (await this.stores.get(service)!.journal.backlog()).count;
  }

  async close(): Promise<void> {
    await Promise.all([...this.stores.values(), this.log].map((opened) => opened.close()));
  }

  /** Keys with messages set aside, of all groups. */
  async setAside(): Promise<readonly string[]> {
    const { groups } = await productBlueprint();
    const keys = await Promise.all(groups.map(async (group) => [...(await this.stores.get(serviceOf(group))!.parking.parkedKeys(group))].map(([key, reason]) => `${group} has set aside ${key} (${reason})`)));
    return keys.flat();
  }

  /** As much of a store as an audit looks at, each collection in its service's database. */
  private asOne(): Store {
    const of = (collection: string): Store => this.stores.get(serviceOf(collection))!;
    const documents = { scan: (collection: string, after: string | undefined, limit: number) => of(collection).documents.scan(collection, after, limit) };
    const journal = {
      history: (source: { collection: string; id: string }, after: number, limit: number) => of(source.collection).journal.history(source, after, limit),
      backlog: async () => ({ count: (await Promise.all(SERVICES.map((service) => this.backlogOf(service)))).reduce((sum, count) => sum + count, 0) }),
    };
    return { documents, journal } as unknown as Store;
  }
}
