import type { CallTerms } from '@salvatempo/contracts';
import { explanationOf } from '../explain-decision/explanation.text';
import { ELIGIBILITY_CODES, isAdmittedBy, NOTHING_DECLARED, whyNotEligible, type Applicant } from './eligibility';

const terms: CallTerms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 250_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-10-01T00:00:00.000Z',
};
const applicant: Applicant = { ...NOTHING_DECLARED, requestedAt: '2026-09-10T10:00:00.000Z', employeesCount: 3, occupatiCount: 5, sector: '96.01.10', municipality: 'E648', declaredAt: '2026-06-01T08:00:00.000Z' };
const why = (rules: Partial<CallTerms>, changes: Partial<Applicant> = {}) => whyNotEligible({ ...applicant, ...changes }, { ...terms, ...rules });

describe('a call’s rules about firms', () => {
  it('that aren’t there ask nothing, of a firm about which nothing is known either', () => {
    const { sector: _, municipality: __, declaredAt: ___, ...unknown } = applicant;
    expect(whyNotEligible(unknown, terms)).toBeUndefined();
  });

  it.each([
    [['96'], undefined],
    [['96.01'], undefined],
    [['96.01.1'], undefined],
    [['47', '96.01.10'], undefined],
    [['96.02'], 'sector-not-eligible'],
    [['96.01.11'], 'sector-not-eligible'],
    [['69'], 'sector-not-eligible'],
  ])('the sectors %j for 96.01.10: %s', (eligibleSectors, code) => expect(why({ eligibleSectors })).toBe(code));

  it('artisans are admitted beside the sectors, or alone', () => {
    expect(why({ artisansAdmitted: true })).toBe('sector-not-eligible');
    expect(why({ artisansAdmitted: true }, { artisan: true })).toBeUndefined();
    expect(why({ artisansAdmitted: true, eligibleSectors: ['47'] }, { artisan: true })).toBeUndefined();
    expect(why({ artisansAdmitted: false, eligibleSectors: ['47'] }, { artisan: true })).toBe('sector-not-eligible');
    expect(why({ artisansAdmitted: true, eligibleSectors: ['96'] })).toBeUndefined();
  });

  it('Comuni, memberships and other public money', () => {
    expect(why({ eligibleMunicipalities: ['E648', 'F205'] })).toBeUndefined();
    expect(why({ eligibleMunicipalities: ['F205'] })).toBe('municipality-not-eligible');
    expect(why({ requiredMemberships: ['rete-lodi'] })).toBe('membership-missing');
    expect(why({ requiredMemberships: ['rete-lodi', 'coldiretti'] }, { memberships: ['coldiretti'] })).toBeUndefined();
    expect(why({ noDoubleFunding: true })).toBeUndefined();
    expect(why({}, { otherFunding: true })).toBeUndefined();
    expect(why({ noDoubleFunding: true }, { otherFunding: true })).toBe('double-funding');
  });

  it('a declaration counts for so many days, to the millisecond', () => {
    expect(why({ declarationDays: 30 }, { requestedAt: '2026-09-10T10:00:00.000Z', declaredAt: '2026-08-11T10:00:00.001Z' })).toBeUndefined();
    expect(why({ declarationDays: 30 }, { requestedAt: '2026-09-10T10:00:00.000Z', declaredAt: '2026-08-11T10:00:00.000Z' })).toBe('declaration-expired');
  });

  it('are looked at in an order, and each has its words', () => {
    expect(why({ maxHeadcount: 1, eligibleSectors: ['47'] })).toBe('headcount-too-high');
    const rules = { ...terms, eligibleSectors: ['47'], maxHeadcount: 1 };
    const facts = { ...applicant, memberships: [], place: 7, askedCents: 100_000, freeCents: 99_999 };
    const reasons = explanationOf(facts, rules);
    expect(reasons.map(({ code }) => code)).toEqual([...ELIGIBILITY_CODES, 'budget-exhausted']);
    for (const { code, holds } of reasons.slice(0, -1)) expect(holds).toBe(isAdmittedBy(code as (typeof ELIGIBILITY_CODES)[number], applicant, rules));
    expect(reasons.filter(({ holds }) => !holds).map(({ detail }) => detail)).toEqual([
      'Dipendenti dichiarati: 3; il bando ne ammette al massimo 1.',
      'Settore ATECO: 96.01.10; iscrizione all’Albo artigiani: no. Il bando ammette: 47.',
      'Chiesti 1.000,00 €; liberi 999,99 € quando è toccato a questa domanda, la n. 7.',
    ]);
  });
});
