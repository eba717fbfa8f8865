import { mandateEnded, mandateGiven } from '@salvatempo/contracts';
import { given, replay } from '@salvatempo/testing';
import { mandatePolicy } from '../companies.policy';
import { mandate, scopesOn } from '../domain/mandate';
import { endMandateSlice } from './end-mandate.decider';
import { giveMandateSlice } from './give-mandate.decider';
import { mandateView } from './mandate.view';

const mandates = { ...mandate, slices: [giveMandateSlice, endMandateSlice] };
const ids = { firmId: 'com_a', intermediaryId: 'itm_a' };
const mandateId = 'mnd_00000000000000000000000000';
const gave = (firstDay: string) => mandateGiven.of({ ...ids, mandateId, scopes: ['accompaniment', 'survey'], firstDay });
const ended = (endsOn: string) => mandateEnded.of({ ...ids, mandateId, endsOn });
const give = (firstDay: string) => ({ type: 'give-mandate', data: { ...ids, scopes: ['accompaniment', 'survey'], firstDay } });
const end = (endsOn: string) => ({ type: 'end-mandate', data: { endsOn } });
const at = '2026-06-15T10:00:00.000Z';

describe('a mandate', () => {
  it('is one at a time between a firm and an adviser', () => {
    given(mandates).when(give('2026-06-15'), { at }).then([gave('2026-06-15')]);
    given(mandates, [gave('2026-06-01')]).when(give('2026-07-01'), { at }).then({ code: 'mandate-given-already' });
    given(mandates, [gave('2026-06-01'), ended('2026-06-16')]).when(give('2026-07-01'), { at }).then({ code: 'mandate-given-already' });
    given(mandates, [gave('2026-06-01'), ended('2026-06-15')]).when(give('2026-06-15'), { at }).then([gave('2026-06-15')]);
  });

  it('is ended once, and its end only brought forward', () => {
    given(mandates).when(end('2026-06-15')).then({ code: 'mandate-not-found' });
    given(mandates, [gave('2026-06-01')]).when(end('2026-06-15')).then([ended('2026-06-15')]);
    given(mandates, [gave('2026-06-01'), ended('2026-06-15')]).when(end('2026-06-15')).then({ code: 'mandate-ended-already', params: { endsOn: '2026-06-15' } });
    given(mandates, [gave('2026-06-01'), ended('2026-06-15')]).when(end('2026-06-10')).then([ended('2026-06-10')]);
  });

  it.each([
    ['2026-05-31', [gave('2026-06-01')], 0, 'to-come'],
    ['2026-06-01', [gave('2026-06-01')], 2, 'in-force'],
    ['2026-06-14', [gave('2026-06-01'), ended('2026-06-15')], 2, 'in-force'],
    ['2026-06-15', [gave('2026-06-01'), ended('2026-06-15')], 0, 'over'],
    ['2026-05-31', [gave('2026-06-01'), ended('2026-06-01')], 0, 'over'],
    ['2026-06-20', [gave('2026-06-01'), ended('2026-06-15'), gave('2026-06-20')], 2, 'in-force'],
  ])('on %s after %j is for %i things and %s', (day, events, scopes, stage) => {
    const state = replay(mandates, events);
    expect(scopesOn(state, day)).toHaveLength(scopes);
    expect(mandateView(state as Exclude<typeof state, { status: 'absent' }>, 'Studio', day).stage).toBe(stage);
  });

  it('lets its holder do what it is for, with this firm, and nothing without a scope', () => {
    const acts = [['read', 'Firm'], ['know-contact', 'Firm'], ['mandate', 'Firm'], ['change', 'Firm'], ['see', 'Accompaniment'], ['follow', 'Accompaniment'], ['hand-in', 'Accompaniment'], ['run', 'Survey'], ['read', 'Employee'], ['read', 'Roster']] as const;
    const allowed = (...scopes: ('accompaniment' | 'survey' | 'documents')[]) => {
      const ability = mandatePolicy('com_a', new Set(scopes));
      const may = (firmId: string) => acts.flatMap(([action, type]) => (ability.can(action, { __caslSubjectType__: type, firmId } as never) ? [`${action} ${type}`] : []));
      expect(may('com_b')).toEqual([]);
      return may('com_a');
    };
    expect(allowed()).toEqual([]);
    expect(allowed('accompaniment')).toEqual(['read Firm', 'see Accompaniment', 'follow Accompaniment']);
    expect(allowed('documents')).toEqual(['read Firm', 'see Accompaniment', 'hand-in Accompaniment']);
    expect(allowed('survey')).toEqual(['read Firm', 'see Accompaniment', 'run Survey']);
  });
});
