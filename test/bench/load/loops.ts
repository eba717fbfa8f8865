import { Connection, type Received } from './connection';
import type { Prepared } from './requests';
import { Tally, type LoadResult } from './tally';

export interface LoopSpec {
  readonly port: number;
  readonly clients: number;
  readonly warmMs: number;
  readonly ms: number;
  /** Asks for answers without ever sleeping: see docs/performance.md. For arms that need no second thread. */
  readonly staysAwake?: boolean;
}

const connectAll = (port: number, count: number): Promise<Connection[]> => Promise.all(Array.from({ length: count }, () => Connection.open(port)));

/** Each client sends its next request when it has the answer to the last. For throughput. */
export async function closedLoop({ port, clients, warmMs, ms, staysAwake }: LoopSpec, next: () => Prepared): Promise<LoadResult> {
  const connections = await connectAll(port, clients);
  const sleep = staysAwake ? stayAwake() : () => undefined;
  const fromMs = performance.now() + warmMs;
  const untilMs = fromMs + ms;
  const tally = new Tally(fromMs, untilMs);
  try {
    await Promise.all(connections.map((connection) => new Promise<void>((done, fail) => keepAsking(connection, next, tally, untilMs, done, fail))));
  } finally {
    sleep();
    for (const connection of connections) connection.close();
  }
  return tally.result;
}

/** Keeps this process from waiting in the kernel, until what it returns is called. */
function stayAwake(): () => void {
  let awake = true;
  const again = (): void => {
    if (awake) setImmediate(again);
  };
  again();
  return () => void (awake = false);
}

function keepAsking(connection: Connection, next: () => Prepared, tally: Tally, untilMs: number, done: () => void, fail: (error: Error) => void): void {
  const ask = (): void => {
    const startMs = performance.now();
    if (startMs >= untilMs) return done();
    const prepared = next();
    connection.send(
      prepared.text,
      (received) => {
        try {
          tally.take(prepared, received, startMs);
          ask();
        } catch (error) {
          fail(error as Error);
        }
      },
      fail,
    );
  };
  ask();
}

/**
 * Requests start at times that don't depend on the answers, and latency counts from then, so that a stall is seen by all
 * that would have come meanwhile. For latency.
 */
export async function openLoop(loop: LoopSpec, rate: number, next: () => Prepared): Promise<LoadResult> {
  const beginMs = performance.now() + loop.warmMs;
  const tally = new Tally(beginMs, beginMs + loop.ms);
  await keepStarting(loop, rate, next, (prepared, received, startMs) => tally.take(prepared, received, startMs));
  return tally.result;
}

/** Is given each answer with the time at which its request was due; throws for a wrong one. */
export type TakeAnswer = (prepared: Prepared, received: Received, startMs: number) => void;

/** Starts requests at a rate, whether or not the earlier ones are answered. */
export async function keepStarting({ port, clients, warmMs, ms }: LoopSpec, rate: number, next: () => Prepared, takeAnswer: TakeAnswer): Promise<void> {
  const idle = await connectAll(port, clients);
  const all = [...idle];
  const beginMs = performance.now();
  const endMs = beginMs + warmMs + ms;
  const due: number[] = [];
  let planned = 0;
  await new Promise<void>((done, fail) => {
    const start = (connection: Connection, startMs: number): void => {
      const prepared = next();
      const take = (received: Received): void => {
        try {
          takeAnswer(prepared, received, startMs);
          const waiting = due.shift();
          if (waiting === undefined) idle.push(connection);
          else start(connection, waiting);
        } catch (error) {
          fail(error as Error);
        }
      };
      connection.send(prepared.text, take, fail);
    };
    const tick = (): void => {
      const nowMs = performance.now();
      if (nowMs >= endMs) return done();
      for (let atMs = beginMs + (planned * 1_000) / rate; atMs <= nowMs; atMs = beginMs + (++planned * 1_000) / rate) {
        const connection = idle.pop();
        if (connection) start(connection, atMs);
        else due.push(atMs);
      }
      setTimeout(tick, 1);
    };
    tick();
  }).finally(() => all.forEach((connection) => connection.close()));
}
