import type { mongo } from 'mongoose';
import type { CounterRecord } from './collections';
import { isDuplicate } from './mongo-access';

/** Numbers that each are given once. */
export class Counters {
  constructor(private readonly records: mongo.Collection<CounterRecord>) {}

  /** Takes the next `count` numbers after the one that it returns. Runs inside an access. */
  async take(name: string, count = 1): Promise<number> {
    for (;;) {
      try {
        // As it was before: a copy on every server. The Java server sends what is there "after" when it comes to it, and then it may hold
        // what others have taken since, so that two are given the same numbers.
        const before = await this.records.findOneAndUpdate({ _id: name }, { $inc: { count } }, { upsert: true, returnDocument: 'before' });
        return before?.count ?? 0;
      } catch (error) {
        // Somebody made it at the same moment; now it is there.
        if (!isDuplicate(error)) throw error;
      }
    }
  }
}
