import { creditAdded, creditRunStarted, poolDrawn, poolFilled, residueSettled, type Envelope, type EventType } from '@salvatempo/contracts';
import { Auditor, moneyRules, type Committed } from '.';
import type { Rule } from './committed';

let version = 0;

/** One commit with one event. */
function did(event: EventType, data: object): Committed {
  version += 1;
  const envelope = { type: event.type, time: '2026-09-01T12:00:00.000Z', data, correlationid: 'c' } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version, state: {}, decided: [{ message: { id: `doc:${version}:1`, sequence: version, causationId: `m${version}` }, envelope }] } as unknown as Committed;
}

const firm = { firmId: 'fir', poolId: 'poo' };
const given = did(creditAdded, { accountId: 'acc', lotId: 'lot', lot: { amountCents: 100 } });
const left = (over: object = {}) => did(residueSettled, { accountId: 'acc', firmId: 'fir', lotId: 'lot', policy: 'solidarity-pool', amountCents: 100, heldCents: 0, ...over });
const filled = (balanceCents = 100, amountCents = 100) => did(poolFilled, { ...firm, amountCents, balanceCents });
const drawn = (over: object = {}) => did(poolDrawn, { ...firm, amountCents: 80, balanceCents: 20, personIds: ['a', 'b'], lot: { amountCents: 40 }, ...over });
const run = (amountCents = 40) => did(creditRunStarted, { firmId: 'fir', personIds: ['a', 'b'], lot: { origin: 'solidarity-pool', amountCents } });

/** Covers have a spec of their own: credit comes without its run here. */
const rules = (): readonly Rule[] => moneyRules().filter(({ name }) => name !== 'cover');

function findings(...commits: readonly Committed[]): readonly string[] {
  const auditor = new Auditor(rules());
  for (const commit of commits) auditor.committed(commit);
  auditor.atRest('2026-09-02T00:00:00.000Z');
  return auditor.all.map(({ what }) => what);
}

describe('what is left of credit', () => {
  it('goes to the pool and from it to people without a finding', () => {
    expect(findings(given, left(), filled(), drawn(), run())).toEqual([]);
  });

  it.each([
    ['more than a lot had', [given, left({ amountCents: 101 }), filled(101, 101)], 'more was left of lot'],
    ['less that went on than was left', [given, left({ policy: 'carry-over', to: { lotId: 'next', lot: { amountCents: 99 } } })], 'went on'],
    ['a lot where the policy has none', [given, left({ to: { lotId: 'next', lot: { amountCents: 100 } } }), filled()], 'went to next'],
    ['a pool that something never came to', [given, left()], '100 was left to the pool, 0 came'],
    ['a pool that says another balance', [given, left(), filled(90)], 'says 90 of 100'],
    ['a draw of more than there is', [given, left(), filled(), drawn({ amountCents: 120, balanceCents: -20, lot: { amountCents: 60 } }), run(60)], 'more was drawn than came'],
    ['a draw that isn’t given', [given, left(), filled(), drawn()], '80 was drawn from the pool, 0 given'],
    ['a draw of another sum', [given, left(), filled(), drawn({ personIds: ['a'] }), run()], 'drew 80 for 1 people'],
  ])('finds %s', (_, commits, said) => {
    expect(findings(...commits).join('\n')).toContain(said);
  });
});
