import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideKafkaTopics, type TopicSpec } from '@salvatempo/messaging';
import { systemAmbient } from '@salvatempo/runtime';
import { startHeldInfra, type HeldInfra } from '../../distributed/world/held-infra';
import type { RawLogSpec } from '../children/raw-log.child';
import { Remote } from '../children/remote';
import type { ServiceSpec } from '../children/service.child';
import { PartMissingError, type Audit } from '../part';
import { TERRITORY } from '../product/bench-ports';
import { ACCOUNTS } from './commands';

export const ACCOUNT_COLLECTION = 'benefits.account';
export const RAW_TOPIC = `${TERRITORY}.raw`;
const TOPICS = join(process.cwd(), 'deploy/topics.json');

/** The servers, the services on them, and what is compared with them; each a process of its own. */
export class LogStage {
  readonly companies = Remote.start('service');
  readonly programmes = Remote.start('service');
  readonly benefits = Remote.start('service');
  readonly embedded = Remote.start('service');
  readonly relay = Remote.start('relay');
  readonly sender = Remote.start('raw-log');
  readonly receiver = Remote.start('raw-log');
  readonly client = Remote.start('load');
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-bench-'));
  private servers: HeldInfra | undefined;
  companiesPort!: number;
  embeddedPort!: number;
  token!: string;
  /** Commands that were sent to accounts so far. */
  commands = 0;
  private firms = 0;
  private numbers = 0;

  /** Throws PartMissingError where no broker can be had. */
  async start(): Promise<void> {
    this.servers = await startHeldInfra().catch((cause: Error) => {
      throw new PartMissingError(`no broker: ${cause.message}`, { cause });
    });
    const on = this.servers.servers;
    const { topics } = JSON.parse(readFileSync(TOPICS, 'utf8')) as { topics: readonly TopicSpec[] };
    await provideKafkaTopics({ brokers: on.KAFKA_BROKERS.split(','), prefix: `${TERRITORY}.`, ...systemAmbient }, topics);
    const raw = (reads: boolean): RawLogSpec => ({ brokers: on.KAFKA_BROKERS, topic: RAW_TOPIC, partitions: topics[0]!.partitions, reads });
    const service = (remote: Remote, spec: ServiceSpec): Promise<number> => remote.call<number>('start', spec);
    await this.sender.call('start', raw(false));
    [this.companiesPort, this.embeddedPort] = await Promise.all([
      service(this.companies, { services: ['companies'], on }),
      service(this.embedded, { services: ['companies', 'programmes'], on: { dataDir: this.dataDir } }),
      service(this.programmes, { services: ['programmes'], on }),
      service(this.benefits, { services: ['benefits'], on, accounts: ACCOUNTS }),
      this.relay.call('start', on),
      this.receiver.call('start', raw(true)),
    ]);
    await this.refreshTokens();
  }

  /** A token is good for five minutes, and a block takes less; all of these processes have one key. */
  async refreshTokens(): Promise<void> {
    this.token = await this.companies.call<string>('token');
  }

  /** The first of so many firms that nobody registered yet. */
  nextFirms(count: number): number {
    this.firms += count;
    return this.firms - count;
  }

  /** The first of so many numbers that weren't used yet, for keys and ids of messages. */
  nextNumbers(count: number): number {
    this.numbers += count;
    return this.numbers - count;
  }

  /** What the invariants say of what each service was left with, and whether each command had one effect. */
  async audit(): Promise<Audit> {
    const found = await Promise.all(this.services.map((service) => service.call<readonly string[]>('audit')));
    const effects = await this.benefits.call<number>('commitCount', ACCOUNT_COLLECTION);
    const expected = ACCOUNTS + this.commands;
    const findings = [...found.flat(), ...(effects === expected ? [] : [`${this.commands} commands had ${effects - ACCOUNTS} effects`])];
    return { says: `${this.commands} commands with one effect each, and all documents of three services on servers and two in one file`, findings };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.services, this.relay, this.sender, this.receiver, this.client].map((remote) => remote.stop()));
    await this.servers?.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private get services(): readonly Remote[] {
    return [this.companies, this.programmes, this.benefits, this.embedded];
  }
}
