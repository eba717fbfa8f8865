import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { StandaloneModule } from '@salvatempo/app-standalone';
import type { Aggregate } from '@salvatempo/kernel';
import { Engine, EMBEDDED_PARTITIONS, LogServer } from '@salvatempo/messaging';
import { TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { openSqliteStore, type SqliteStore } from '@salvatempo/store';
import { allRules, auditStore, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';

/** What the product consists of, as its own modules declare it. */
export interface Blueprint {
  readonly aggregates: readonly Aggregate<unknown>[];
  readonly groups: readonly string[];
}

export async function productBlueprint(): Promise<Blueprint> {
  const ambient = memoryAmbient();
  const ports = { store: memoryStore(), log: memoryLog(), ambient, keys: new TerritoryKeys(Buffer.alloc(32)), publicUrl: 'http://localhost' } as unknown as PlatformPorts;
  const { store, log } = ports;
  const engine = new Engine({ store, log, ambient });
  const strategy = new LogServer({ store, log, ambient });
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(StandaloneModule.of(ports, engine), { strategy, logger: false, abortOnError: false });
  await app.listen();
  const groups = strategy.consumers.map(({ group }) => group);
  await app.close();
  return { aggregates: engine.aggregates, groups };
}

/** Opens the data of a product that isn't running. */
export const openData = (dataDir: string): Promise<SqliteStore> => openSqliteStore({ dataDir, blobKey: Buffer.alloc(32), randomness: memoryAmbient().randomness });

/** What isn't as it must be at rest: broken invariants, and messages that nobody has taken or that were set aside. */
export async function faultsOf(dataDir: string, { aggregates, groups }: Blueprint): Promise<string[]> {
  const store = await openData(dataDir);
  try {
    const findings = await auditStore(store, aggregates, allRules(aggregates), new Date().toISOString());
    const set: string[] = [];
    for (const group of groups) for (const [key, reason] of await store.parking.parkedKeys(group)) set.push(`${group} has set aside ${key} (${reason})`);
    return [...findings.map(({ rule, what }) => `${rule}: ${what}`), ...set, ...deadLetters(store, groups)];
  } finally {
    await store.close();
  }
}

const deadLetters = (store: SqliteStore, groups: readonly string[]): string[] =>
  groups.flatMap((group) => lettersOf(store, `${group}.dlq`).map((letter) => `${group} gave up: ${letter}`));

/** The texts of a dead-letter topic. */
export const lettersOf = (store: SqliteStore, topic: string): string[] =>
  Array.from({ length: EMBEDDED_PARTITIONS }, (_, part) => store.log.read(topic, part, 0, 1_000)).flatMap((entries) => entries.map(({ value }) => value));
