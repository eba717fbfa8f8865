import type { Committed } from './committed';

/** A message's id names the commit that decided it: `aggregate:version:n`. */
const DECIDED_BY = /^([a-z]+_[0-9a-z]{26}:\d+):\d+/;

const keyOf = ({ id, version }: Committed): string => `${id}:${version}`;
const timeOf = ({ decided }: Committed): string => decided[0]?.envelope.time ?? '';

/**
 * Commits of many documents in an order in which they may have happened: by time, and never an effect before its cause or a
 * version before the one it follows.
 */
export function causesFirst(changes: readonly Committed[]): readonly Committed[] {
  const byKey = new Map(changes.map((change) => [keyOf(change), change]));
  const ordered = new Set<Committed>();
  const visit = (from: Committed): void => {
    const stack = [from];
    for (let change = stack.at(-1); change; change = stack.at(-1)) {
      const before = causesOf(change, byKey).filter((cause) => !ordered.has(cause) && !stack.includes(cause));
      if (before.length > 0) {
        stack.push(...before);
        continue;
      }
      ordered.add(change);
      stack.pop();
    }
  };
  const byTime = [...changes].sort((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : a.version - b.version,
  );
  for (const change of byTime) if (!ordered.has(change)) visit(change);
  return [...ordered];
}

function causesOf(change: Committed, byKey: ReadonlyMap<string, Committed>): Committed[] {
  const keys = change.decided.map(({ message }) => DECIDED_BY.exec(message.causationId)?.[1]);
  return [`${change.id}:${change.version - 1}`, ...keys].flatMap((key) => {
    const cause = key === undefined ? undefined : byKey.get(key);
    return cause && cause !== change ? [cause] : [];
  });
}
