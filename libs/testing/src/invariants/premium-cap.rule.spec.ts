import * as contracts from '@salvatempo/contracts';
import type { Envelope, EventType } from '@salvatempo/contracts';
import { Auditor, moneyRules, type Committed } from '.';

const NOW = '2026-09-01T12:00:00.000Z';
const about = { premiumYearId: 'pmy', personId: 'per', year: 2026 };
let version = 0;

function did(event: EventType, data: object): Committed {
  version += 1;
  const envelope = { type: event.type, time: NOW, data: { ...about, ...data }, correlationid: 'c' } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version, state: {}, decided: [{ message: { id: `doc:${version}:1`, sequence: version, causationId: `m${version}` }, envelope }] } as unknown as Committed;
}

function findings(...changes: readonly Committed[]): readonly string[] {
  const auditor = new Auditor(moneyRules());
  for (const change of changes) auditor.committed(change);
  auditor.atRest(NOW);
  return auditor.all.map(({ rule }) => rule);
}

const offered = (premiumId: string, capCents = 500) => did(contracts.premiumOffered, { premiumId, capCents });
const held = (premiumId: string, heldCents: number, knownCents = 0) => did(contracts.premiumCapHeld, { premiumId, heldCents, knownCents, capCents: 500, lookAt: NOW });
const chosen = (premiumId: string, convertedCents: number, favouredCents = 0, by = 'person') => did(contracts.premiumChosen, { premiumId, convertedCents, favouredCents, by });
const settled = (premiumId: string, usedCents: number) => did(contracts.premiumCapSettled, { premiumId, usedCents, isHoldOver: true });
const released = (premiumId: string) => did(contracts.premiumCapReleased, { premiumId });
const first = () => [offered('a'), offered('b'), held('a', 300), chosen('a', 100, 200), settled('a', 300)];

it('holds for choices up to the cap, one given back, and whoever doesn’t choose', () => {
  expect(findings(...first(), held('b', 200, 300), chosen('b', 200), settled('b', 200))).toEqual([]);
  expect(findings(...first(), held('b', 200, 300), released('b'))).toEqual([]);
  expect(findings(...first(), chosen('b', 0, 500, 'deadline'), settled('b', 500))).toEqual([]);
});

it.each([
  ['two choices that cross the cap', () => [...first(), held('b', 201, 300), chosen('b', 201), settled('b', 201)]],
  ['two choices that cross it, whatever the year was told', () => [...first(), held('b', 500, 0), chosen('b', 500), settled('b', 500)]],
  ['a choice of more than is held', () => [...first(), held('b', 100, 300), chosen('b', 101), settled('b', 101)]],
  ['a choice that nothing is held for', () => [...first(), chosen('b', 1)]],
  ['two holds for one premium', () => [...first(), held('b', 1, 300), held('b', 1, 300), settled('b', 0)]],
  ['what is held for ever', () => [...first(), held('b', 1, 300)]],
])('finds %s', (_, changes) => {
  expect(findings(...changes())).toContain('premium-cap');
});
