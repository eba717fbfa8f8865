import { familyMemberDeclared, familyMemberErased } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { declaredOn, family, type FamilyMember } from '../domain/family';
import { declareMemberSlice } from './declare-member.decider';
import { eraseMemberSlice } from './erase-member.decider';
import { memberView } from './family.view';

const families = { ...family, slices: [declareMemberSlice, eraseMemberSlice] };
const ids = { familyId: 'fam_00000000000000000000000000', personId: 'per_marta', memberId: 'mem_nina' };
const declaration = { code: 'family-member' as const, version: '2026-01' };
const declared = (memberId = ids.memberId, minor = false) => familyMemberDeclared.of({ ...ids, memberId, declaration, minor });
const nina = { relation: 'parent', name: 'Nina', surname: 'Vallini', fiscalCode: 'ZNBPRI79S09F205T', birthDate: '1950-03-01' };
const at = '2026-09-01T08:00:00.000Z';
const flags = { dependent: false, cohabiting: true, from: '2025-06-01', version: '2026-01' };
const declare = (more: object = {}) => ({ type: 'declare-member', data: { personId: ids.personId, memberId: ids.memberId, ...nina, ...flags, ...more } });
const erase = { type: 'erase-member', data: { personId: ids.personId, memberId: ids.memberId } };

describe('a family', () => {
  it('tells of a relative that there is one of age, and keeps the rest beside the state', () => {
    given(families)
      .when(declare(), { at })
      .then({ events: [declared()], personal: { members: { mem_nina: { ...nina, declarations: [{ ...flags, at }] } } } });
    given(families).when(declare()).thenState({ memberIds: ['mem_nina'] });
  });

  it('keeps what was declared before when something else holds', () => {
    const personal = { members: { mem_nina: { ...nina, declarations: [{ ...flags, at }] } } };
    const later = { ...flags, cohabiting: false, from: '2026-02-01' };
    const both = [{ ...flags, at }, { ...later, at }];
    given(families, [declared()]).when(declare(later), { at, personal }).then({ events: [declared()], personal: { members: { mem_nina: { ...nina, declarations: both } } } });
    const member: FamilyMember = { ...nina, declarations: both };
    expect(['2025-05-31', '2025-06-01', '2026-01-31', '2026-02-01'].map((day) => declaredOn(member, day)?.cohabiting)).toEqual([undefined, true, true, false]);
  });

  it('tells whether the relative is a minor on that day in Rome, up to the eve of eighteen', () => {
    for (const [birthDate, minor] of [['2008-09-02', true], ['2008-09-01', false], ['2026-01-01', true]] as const) given(families).when(declare({ birthDate }), { at }).then([declared(ids.memberId, minor)]);
    given(families).when(declare({ birthDate: '2008-09-02' }), { at: '2026-09-01T22:30:00.000Z' }).then([declared()]);
  });

  it('forgets a relative whole, once', () => {
    given(families, [declared()]).when(erase, { personal: { members: { mem_nina: nina } } }).then({ events: [familyMemberErased.of(ids)], personal: { members: {} } });
    given(families, [declared(), familyMemberErased.of(ids)]).when(erase).then({ code: 'family-member-not-found' });
  });

  it('has thirty relatives at most', () => {
    const thirty = Array.from({ length: 30 }, (_, n) => declared(`mem_${n}`));
    given(families, thirty).when(declare()).then({ code: 'family-too-many-members' });
    given(families, thirty).when(declare({ memberId: 'mem_3' })).thenState({ memberIds: thirty.map((_, n) => `mem_${n}`) });
  });
});

describe('whether benefits may be used for a relative', () => {
  const counts = (relation: string, cohabiting: boolean, day: string): boolean =>
    memberView('mem_x', { ...nina, relation, declarations: [{ ...flags, cohabiting, from: '2020-01-01', at }] }, day).countsAsFamily;

  it.each([
    ['spouse', false, '2026-11-26', true],
    ['child', false, '2026-11-26', true],
    ['parent', true, '2026-11-26', true],
    ['parent', false, '2026-11-26', false],
    ['sibling', false, '2025-01-01', false],
    ['sibling', false, '2024-12-31', true],
    ['cousin', true, '2026-11-26', false],
  ])('a %s who cohabits: %s, on %s: %s', (relation, cohabiting, day, expected) => {
    expect(counts(relation, cohabiting, day)).toBe(expected);
  });
});
