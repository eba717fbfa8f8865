import type { Randomness, Timers } from '@salvatempo/kernel';
import { logLevel, type ISocketFactory, type KafkaConfig } from 'kafkajs';

export interface KafkaOptions {
  /** `host:port` of one or more brokers of the cluster. */
  readonly brokers: readonly string[];
  readonly timers: Timers;
  readonly randomness: Randomness;
  /** Before the name of each topic and group, so that several territories may share a cluster. */
  readonly prefix?: string;
  /** After so long without a heartbeat the cluster gives a consumer's partitions to another; at least what the broker allows. */
  readonly sessionTimeoutMs?: number;
  /** A consumer that has something to do and does nothing is noticed after three times as long. */
  readonly watchEveryMs?: number;
  /** How connections are opened; for tests of a process that dies. */
  readonly socketFactory?: ISocketFactory;
  /** Told of trouble that the log gets over by itself. */
  readonly onTrouble?: (where: string, error: unknown) => void;
}

/** The least that a broker allows by default: who died, or lost its broker, holds its partitions no longer than that. */
const SESSION_TIMEOUT_MS = 6_000;
/** How often a consumer asks whether its group has changed: a newcomer waits so long for the others. */
export const HEARTBEAT_MS = 500;

const WATCH_EVERY_MS = 10_000;

export const watchEveryMsOf = ({ watchEveryMs }: KafkaOptions): number => watchEveryMs ?? WATCH_EVERY_MS;
export const sessionTimeoutOf = ({ sessionTimeoutMs }: KafkaOptions): number => sessionTimeoutMs ?? SESSION_TIMEOUT_MS;

/**
 * Few and quick tries: whoever asked (relay, subscription) tries again by itself, and a broker that returns shall be noticed
 * within seconds. kafkajs would wait up to half a minute between its own.
 */
export const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2, retries: 5 } as const;

/** How this product connects. kafkajs takes other retries under `NODE_ENV=test`, so they are said here. */
export function clientConfig({ brokers, socketFactory }: KafkaOptions): KafkaConfig {
  return {
    clientId: 'salvatempo',
    brokers: [...brokers],
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: RETRY,
    logLevel: logLevel.NOTHING,
    ...(socketFactory === undefined ? {} : { socketFactory }),
  };
}
