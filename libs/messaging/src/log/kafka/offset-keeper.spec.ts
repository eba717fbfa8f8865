import { eventually, realTimers } from '@salvatempo/testing';
import { OffsetKeeper, type CommitOffsets, type Place } from './offset-keeper';

const place = (partition: number, next: number): Place => ({ topic: 't', partition, next: BigInt(next) });
const said = (places: readonly Place[]): string[] => places.map(({ partition, next }) => `${partition}:${next}`).sort();

/** A cluster that answers when it is told to. */
class Cluster {
  readonly commits: string[][] = [];
  private answers: (() => void)[] = [];

  readonly commit: CommitOffsets = (places) => {
    this.commits.push(said(places));
    return new Promise((resolve) => this.answers.push(resolve));
  };

  answer(): void {
    for (const answer of this.answers.splice(0)) answer();
  }
}

describe('offsets on their way to the cluster', () => {
  it('go one commit at a time, which carries the newest of every partition', async () => {
    const cluster = new Cluster();
    const keeper = new OffsetKeeper(realTimers, () => undefined);
    for (let next = 1; next <= 50; next++) for (const partition of [0, 1]) keeper.done(place(partition, next), cluster.commit);
    expect(cluster.commits).toEqual([['0:1']]);
    cluster.answer();
    await eventually(() => cluster.commits.length === 2, 'the second commit');
    expect(cluster.commits[1]).toEqual(['0:50', '1:50']);
    const finished = keeper.finish();
    cluster.answer();
    await finished;
    expect(cluster.commits).toHaveLength(2);
  });

  it('leave out what another process has by now', async () => {
    const cluster = new Cluster();
    const keeper = new OffsetKeeper(realTimers, () => undefined);
    for (const partition of [0, 1, 2]) keeper.done(place(partition, 7), cluster.commit);
    keeper.assigned((_topic, partition) => partition === 2);
    cluster.answer();
    await eventually(() => cluster.commits.length === 2, 'the second commit');
    expect(cluster.commits[1]).toEqual(['2:7']);
  });

  it('are tried again by themselves where the cluster refused them, and nothing newer came', async () => {
    const troubles: unknown[] = [];
    const stored: string[][] = [];
    const keeper = new OffsetKeeper(realTimers, (error) => troubles.push(error));
    let isRefusing = true;
    const commit: CommitOffsets = async (places) => {
      if (isRefusing) throw new Error('rebalancing');
      stored.push(said(places));
    };
    keeper.done(place(0, 3), commit);
    await eventually(() => troubles.length === 1, 'the refusal');
    isRefusing = false;
    await eventually(() => stored.length === 1, 'the second try');
    expect(stored).toEqual([['0:3']]);
    await keeper.finish();
  });
});
