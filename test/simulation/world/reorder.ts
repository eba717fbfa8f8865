import type { LogRecord } from '@salvatempo/messaging';
import type { SeededRandomness } from '@salvatempo/testing';

/** The records in another order across keys and topics; those of one key of a topic stay in theirs. */
export function inOtherOrder(records: readonly LogRecord[], randomness: SeededRandomness): readonly LogRecord[] {
  const places = records.map(({ topic, key }) => `${topic}/${key}`);
  const waiting = new Map<string, LogRecord[]>();
  records.forEach((record, at) => waiting.set(places[at]!, [...(waiting.get(places[at]!) ?? []), record]));
  for (let at = places.length - 1; at > 0; at--) {
    const other = randomness.below(at + 1);
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places.map((place) => waiting.get(place)!.shift()!);
}
