import type { GroupWriter } from './group-writer';
import type { Reader } from './reader';

/** What each part of the adapter works with. `reach` names a durable step right before and right after it, for fault tests. */
export interface Access {
  readonly writer: GroupWriter;
  readonly reader: Reader;
  readonly reach: (point: string) => void;
}

/** Runs a durable step between its two named points. */
export async function between<T>({ reach }: Access, point: string, action: () => Promise<T>): Promise<T> {
  reach(`${point}.before`);
  const result = await action();
  reach(`${point}.after`);
  return result;
}
