import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pass, Replayed } from '../children/replay.child';
import { Remote } from '../children/remote';
import type { Arm } from '../measure/arm';
import type { Target } from '../measure/figures';
import { openOn, type Audit, type Part, type PartStage } from '../part';

const PURCHASES = 100_000;
/** Half of the price instead of 70%. */
const CHANGES = { incentiveBasisPoints: 5_000 };

export const REPLAY_TARGETS: readonly Target[] = [
  {
    id: 'rule-replay', arm: 'rule-replay', against: 'reading and parsing the same journal', target: 0.5, direction: 'at-least', needs: ['rule-replay', 'read-parse'],
    ratio: (block) => block('rule-replay').rate / block('read-parse').rate, isLeftOutOfSmoke: true,
  },
];

/** A journal of purchases that were recorded, in a process of its own. */
class ReplayStage implements PartStage {
  readonly journal = Remote.start('replay');
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-bench-'));

  start(): Promise<void> {
    return this.journal.call('start', { dataDir: this.dataDir, purchases: PURCHASES });
  }

  refreshTokens(): Promise<void> {
    return Promise.resolve();
  }

  /** Under the rule that was, what was recorded; under the other one, half of each price. */
  async audit(): Promise<Audit> {
    const same = await this.journal.call<Replayed>('replay', {});
    const other = await this.journal.call<Replayed>('replay', CHANGES);
    const findings = [
      ...(same.decisions === PURCHASES && same.actual.cents === PURCHASES * 2_800 ? [] : [`${same.decisions} purchases of ${same.actual.cents} cents were found`]),
      ...(JSON.stringify(same.tried) === JSON.stringify(same.actual) ? [] : ['the rule that was gives something else than what happened']),
      ...(other.tried.cents === PURCHASES * 2_000 && other.tried.purchases === PURCHASES ? [] : [`the other rule gives ${other.tried.cents} cents`]),
    ];
    return { says: `${PURCHASES} purchases come to what happened under the rule that was, and to half of each price under the other`, findings };
  }

  async stop(): Promise<void> {
    await this.journal.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** A turn is one pass over the whole journal, however long it takes. */
function armsOf({ journal }: ReplayStage): readonly Arm[] {
  const pass = (name: string, argument?: unknown) => async () => {
    const { rate, entries } = await journal.call<Pass>(name, argument);
    return { rate, answered: entries };
  };
  return [
    { id: 'read-parse', says: 'the journal, read and parsed', isProbe: true, pids: () => [journal.pid], work: pass('readAndParse') },
    { id: 'rule-replay', says: 'the same, decided under another rule', isProbe: false, pids: () => [journal.pid], work: pass('replay', CHANGES), profiled: journal },
  ];
}

/** What it costs to decide recorded purchases again. */
export const replayPart: Part = { targets: REPLAY_TARGETS, open: () => openOn(new ReplayStage(), armsOf) };
