import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { evolve, type Aggregate } from '@salvatempo/kernel';
import type { Head } from '@salvatempo/store';
import type { Committed, Rule } from './committed';
import type { Findings } from './finding';

interface Chain extends Head {
  readonly state: unknown;
  readonly version: number;
}

/**
 * Each aggregate's events are one unbroken chain (sequence and hash), its version grows by one with each commit, and its
 * state is what its events make of the beginning: so nothing was lost, doubled or changed by the way.
 */
export function chainRule(aggregates: readonly Aggregate<unknown>[]): Rule {
  const byCollection = new Map(aggregates.map((aggregate) => [`${aggregate.service}.${aggregate.name}`, aggregate]));
  const chains = new Map<string, Chain>();
  return {
    name: 'chain',
    committed(change, findings) {
      const aggregate = byCollection.get(change.collection);
      if (!aggregate) return findings.add('chain', `${change.collection} is no known aggregate`);
      const place = `${change.collection}/${change.id}`;
      const before = chains.get(place) ?? { sequence: 0, hash: '', state: aggregate.initial, version: 0 };
      const after = follow(aggregate, before, change, findings, place);
      compare(after, change, findings, place);
      chains.set(place, after);
    },
  };
}

function follow(
  aggregate: Aggregate<unknown>,
  before: Chain,
  change: Committed,
  findings: Findings,
  place: string,
): Chain {
  let { sequence, hash, state } = before;
  for (const { message, envelope } of change.decided) {
    if (message.sequence === undefined) continue;
    sequence += 1;
    findings.expect(
      message.sequence === sequence,
      'chain',
      () => `${place} has event ${message.sequence} after ${sequence - 1}`,
    );
    findings.expect(
      (envelope.previoushash ?? '') === hash,
      'chain',
      () => `${place} event ${sequence} doesn't carry the hash before it`,
    );
    hash = createHash('sha256').update(message.body).digest('hex');
    state = evolve(aggregate, state, { type: envelope.type, data: envelope.data });
  }
  return { sequence, hash, state, version: before.version + 1 };
}

function compare(after: Chain, change: Committed, findings: Findings, place: string): void {
  const { head, version, state } = change;
  findings.expect(
    version === after.version,
    'chain',
    () => `${place} has version ${version} after ${after.version - 1}`,
  );
  const sameHead = !head || (head.sequence === after.sequence && head.hash === after.hash);
  findings.expect(sameHead, 'chain', () => `${place} has another head than its events`);
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(after.state)), state);
  findings.expect(same, 'state-is-its-events', () => `${place} isn't what its ${after.sequence} events make of it`);
}
