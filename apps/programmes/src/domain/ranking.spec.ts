import { createHash } from 'node:crypto';
import type { Criterion } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import fc from 'fast-check';
import { NOTHING_DECLARED, type Applicant } from './eligibility';
import { isConsistent, pointsOf } from './points';
import { rank, share } from './ranking';

const criteria: readonly Criterion[] = [
  { code: 'micro', points: 20, text: 'Fino a tre dipendenti', about: 'employees', to: 3 },
  { code: 'team', points: 5, text: 'Da due persone occupate', about: 'occupati', from: 2 },
  { code: 'crafts', points: 10, text: 'Servizi alla persona', about: 'sector', oneOf: ['96', '14.1'] },
  { code: 'lodi', points: 10, text: 'Sede a Lodi', about: 'municipality', oneOf: ['E648'] },
  { code: 'network', points: 15, text: 'Adesione alla rete', about: 'membership', oneOf: ['rete-lodi'] },
  { code: 'artisan', points: 5, text: 'Albo artigiani', about: 'artisan' },
  { code: 'first-help', points: 5, text: 'Nessun altro contributo', about: 'no-other-funding' },
];
const applicant: Applicant = { ...NOTHING_DECLARED, requestedAt: '2026-09-10T10:00:00.000Z', employeesCount: 3, occupatiCount: 4, sector: '96.01', municipality: 'E648' };

describe('the points of an application', () => {
  const gained = (changes: Partial<Applicant>): readonly string[] => pointsOf({ ...applicant, ...changes }, criteria).gained;

  it('are those of each criterion that the firm fulfils', () => {
    expect(pointsOf(applicant, criteria)).toEqual({ total: 50, gained: ['micro', 'team', 'crafts', 'lodi', 'first-help'] });
    expect(gained({ employeesCount: 4, occupatiCount: 1, sector: '14.2', municipality: 'F205', otherFunding: true })).toEqual([]);
    expect(gained({ memberships: ['other', 'rete-lodi'], artisan: true })).toEqual(criteria.map(({ code }) => code));
  });

  it('are none for what isn’t known', () => {
    expect(gained({ sector: undefined, municipality: undefined })).toEqual(['micro', 'team', 'first-help']);
  });

  it('come from a table that is consistent', () => {
    expect(isConsistent(criteria)).toBe(true);
    const row = (changes: object): readonly Criterion[] => [{ code: 'x', points: 1, text: 'x', about: 'employees', to: 1, ...changes }];
    for (const wrong of [[...row({}), ...row({})], row({ to: undefined }), row({ from: 2 }), row({ oneOf: ['96'] }), row({ about: 'artisan' }), row({ about: 'sector' }), row({ about: 'sector', to: undefined })]) expect(isConsistent(wrong)).toBe(false);
  });
});

describe('a ranking', () => {
  const application = fc.record({ applicationId: fc.nat(100_000).map((n) => derivedId('alt', String(n))), gained: fc.subarray(criteria.map(({ code }) => code)) });
  const applications = fc.uniqueArray(application, { maxLength: 40, selector: ({ applicationId }) => applicationId });

  /** By counting for each how many are before it, as somebody would with the published table and `sha256sum`. */
  function naive(all: readonly { applicationId: string; gained: readonly string[] }[], seed: string): string[] {
    const points = (gained: readonly string[]): number => { let sum = 0; for (const one of criteria) if (gained.includes(one.code)) sum += one.points; return sum; };
    const key = (id: string): bigint => BigInt(`0x${createHash('sha256').update(`${seed}${id}`).digest('hex')}`);
    const order: string[] = [];
    for (const one of all) {
      const before = all.filter((other) => points(other.gained) > points(one.gained) || (points(other.gained) === points(one.gained) && key(other.applicationId) < key(one.applicationId)));
      order[before.length] = one.applicationId;
    }
    return order;
  }

  it('is what a second, naive implementation makes of what is published, in whatever order the applications come', () => {
    fc.assert(
      fc.property(applications, fc.string(), fc.nat(), (all, seed, turn) => {
        const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
        expect(rank(turned, criteria, seed).map(({ applicationId }) => applicationId)).toEqual(naive(all, seed));
      }),
    );
  });

  it('lets the seed decide between equal points only', () => {
    const all = Array.from({ length: 30 }, (_, n) => ({ applicationId: derivedId('alt', String(n)), gained: n < 10 ? ['micro'] : ['team'] }));
    const [one, other] = ['one', 'other'].map((seed) => rank(all, criteria, seed).map(({ applicationId }) => applicationId)) as [string[], string[]];
    expect(one).not.toEqual(other);
    expect(one.slice(0, 10).sort()).toEqual(other.slice(0, 10).sort());
  });

  it('is given the fund in its order, never more than there is, and nobody is overtaken', () => {
    const line = fc.integer({ min: 1, max: 100_000 }).map((amountCents) => ({ allotmentId: derivedId('alt', 'x'), firmId: derivedId('com', 'x'), points: 1, amountCents }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(500_000), (lines, freeCents) => {
        const shared = share(lines, freeCents);
        const funded = shared.filter(({ granted }) => granted);
        const total = funded.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(total).toBeLessThanOrEqual(freeCents);
        expect(shared.slice(0, funded.length)).toEqual(funded);
        const next = shared[funded.length];
        if (next) expect(total + next.amountCents).toBeGreaterThan(freeCents);
        if (next) expect(next.freeCents).toBe(freeCents - total);
      }),
    );
  });
});
