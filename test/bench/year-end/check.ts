import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../check';
import { Remote } from '../children/remote';
import type { SettlementState } from '../children/year-end.child';
import { progressBar } from '../report/progress-bar';

const ACCOUNTS = 50_000;
const SMOKE = 1_000;
const MAX_WRITES = 3;
const LOOK_EVERY_MS = 100;
/** Minutes within which lists have to catch up with what was seeded. */
const CATCH_UP_MINUTES = 20;
/** The process is killed when this share is settled. */
const KILLED_AT = 0.4;
/** Of each account, and every how many there is one above the threshold (year-end.child.ts). */
const [TAXABLE_CENTS, EVERY] = [50_000, 10];

async function opened(dataDir: string): Promise<Remote> {
  const remote = Remote.start('year-end');
  await remote.call('open', { dataDir });
  return remote;
}

async function caughtUp(remote: Remote): Promise<void> {
  for (let minute = 0; minute < CATCH_UP_MINUTES; minute += 1) if (await remote.call<boolean>('settle')) return;
  throw new Error(`lists did not catch up within ${CATCH_UP_MINUTES} minutes`);
}

/** Looks on until so much is settled, or all of it. Shows how far it is. */
async function until(remote: Remote, name: string, size: number, share: number): Promise<SettlementState> {
  const show = progressBar(name);
  for (;;) {
    const state = await remote.call<SettlementState | undefined>('state', name);
    show((state?.accounts ?? 0) / size);
    if (state && (state.status === 'completed' || (share < 1 && state.accounts >= size * share))) return state;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Settles a firm's year for 50,000 accounts, with the process killed on the way, and once more. */
async function settle(dataDir: string, size: number, say: (line: string) => void): Promise<readonly string[]> {
  const findings: string[] = [];
  const holds = (is: boolean, what: string): void => void (is || findings.push(what));
  let remote = await opened(dataDir);
  try {
    await remote.call('seed', size);
    await caughtUp(remote);
    const before = await remote.call<number>('writes');
    const startMs = performance.now();
    await remote.call('begin', 'first');
    const killed = await until(remote, 'first', size, KILLED_AT);
    await remote.stop();
    remote = await opened(dataDir);
    const restarted = (await remote.call<SettlementState>('state', 'first')).accounts;
    holds(killed.status === 'running' && restarted >= killed.accounts, `it was at ${killed.accounts} when it was killed and at ${restarted} after`);
    const done = await until(remote, 'first', size, 1);
    const seconds = (performance.now() - startMs) / 1_000;
    const writes = (await remote.call<number>('writes')) - before;
    say(`${size} accounts in ${seconds.toFixed(1)} s, killed at ${killed.accounts}: ${(writes / size).toFixed(3)} guarded writes an account`);
    holds(writes <= MAX_WRITES * size, `${writes} guarded writes for ${size} accounts`);
    const taxable = Math.ceil(size / EVERY);
    holds(done.accounts === size && done.taxableAccounts === taxable && done.taxableCents === taxable * TAXABLE_CENTS, `it came to ${JSON.stringify(done)}`);
    const pages = Math.ceil(size / 100);
    await remote.call('begin', 'second');
    const again = await until(remote, 'second', size, 1);
    const more = (await remote.call<number>('writes')) - before - writes;
    say(`once more: ${more} guarded writes, all of them of the settlement itself`);
    holds(more <= pages + 1, `settling again wrote ${more} times`);
    holds(again.taxableCents === done.taxableCents && again.accounts === done.accounts, `settling again came to ${JSON.stringify(again)}`);
    await caughtUp(remote);
    findings.push(...(await remote.call<readonly string[]>('audit')));
  } finally {
    await remote.stop();
  }
  return findings;
}

/** The settlement of a year for a large firm shows how far it is, goes on where it was killed, changes nothing the second time, and writes little. */
export const yearEndCheck: Check = {
  id: 'year-end',
  async run({ smoke, size = smoke ? SMOKE : ACCOUNTS }, say) {
    const dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-bench-'));
    try {
      const findings = await settle(dataDir, size, say);
      for (const finding of findings.slice(0, 20)) say(finding);
      return findings.length === 0;
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
