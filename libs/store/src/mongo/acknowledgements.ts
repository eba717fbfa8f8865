import type { mongo } from 'mongoose';
import type { DocumentRecord } from './collections';

interface Acknowledged {
  readonly _id: string;
  readonly messageIds: readonly string[];
}

/** Takes published messages out of outboxes: what is asked for in one turn goes to the server as one command. */
export class Acknowledgements {
  private waiting: Acknowledged[] = [];
  private flushing: Promise<void> | undefined;

  constructor(private readonly records: mongo.Collection<DocumentRecord>) {}

  /** Resolves when they are out. Throws what the driver throws, to all that were asked for in the same turn. */
  take(_id: string, messageIds: readonly string[]): Promise<void> {
    this.waiting.push({ _id, messageIds });
    this.flushing ??= Promise.resolve().then(() => this.flush());
    return this.flushing;
  }

  /** A record that was wound up between two steps: nothing is in its outbox, and it still says so. */
  async noLongerPending(ids: readonly string[]): Promise<void> {
    await this.records.updateMany({ _id: { $in: [...ids] }, outbox: { $size: 0 } } as mongo.Filter<DocumentRecord>, { $unset: { outboxPendingAt: '' } });
  }

  private async flush(): Promise<void> {
    const all = this.waiting;
    this.waiting = [];
    this.flushing = undefined;
    // Nearly always these are all there is: then one step empties the outbox and says so.
    const { matchedCount } = await this.records.bulkWrite(all.map(emptied), { ordered: false });
    if (matchedCount < all.length) await this.oneByOne(all);
  }

  /** Something was decided meanwhile, or was taken out before. Whatever was done already is done again without effect. */
  private async oneByOne(all: readonly Acknowledged[]): Promise<void> {
    await this.records.bulkWrite(all.map(reduced), { ordered: false });
    await this.noLongerPending(all.map(({ _id }) => _id));
  }
}

const emptied = ({ _id, messageIds }: Acknowledged): mongo.AnyBulkWriteOperation<DocumentRecord> => ({
  updateOne: {
    filter: { _id, outbox: { $size: messageIds.length }, 'outbox.id': { $all: [...messageIds] } } as mongo.Filter<DocumentRecord>,
    update: { $set: { outbox: [] }, $unset: { outboxPendingAt: '' } } as mongo.UpdateFilter<DocumentRecord>,
  },
});

const reduced = ({ _id, messageIds }: Acknowledged): mongo.AnyBulkWriteOperation<DocumentRecord> => ({
  updateOne: { filter: { _id } as mongo.Filter<DocumentRecord>, update: { $pull: { outbox: { id: { $in: [...messageIds] } } } } as mongo.UpdateFilter<DocumentRecord> },
});
