import { siteChanged, siteClosed, siteOpened } from '@salvatempo/contracts';
import type { Command, DomainEvent } from '@salvatempo/kernel';
import { MAX_DOCUMENT_BYTES } from '@salvatempo/store';
import { given } from '@salvatempo/testing';
import { sites } from '../domain/sites';
import { changeSiteSlice, MAX_TIMETABLES } from './change-site.decider';
import { closeSiteSlice } from './close-site.decider';
import { MAX_SITES, openSiteSlice } from './open-site.decider';

/** Decided on 1 September 2026. */
const firmSites = { ...sites, slices: [openSiteSlice, changeSiteSlice, closeSiteSlice] };
const firmId = 'com_00000000000000000000000000';
const week = (...hours: string[]): string[][] => Array<string[]>(7).fill(hours);
const facts = { firmId, siteId: 'sit_a', municipality: 'E648', deliveryPoint: true, hours: week('08:30-12:30'), closingDays: ['2026-12-08'] };
const card = { name: 'Laboratorio', address: 'Via Garibaldi 12', instructions: 'Suonare al 2' };
const personal = { sites: { sit_a: card } };
const opened = (more: object = {}) => siteOpened.of({ ...facts, firstDay: '2020-01-01', ...more });
const closed = (lastDay: string, siteId = 'sit_a') => siteClosed.of({ firmId, siteId, lastDay });
const open = (more: object = {}) => ({ type: 'open-site', data: { ...facts, ...card, firstDay: '2020-01-01', ...more } });
const change = (more: object = {}) => ({ type: 'change-site', data: { ...facts, ...card, from: '2026-09-01', ...more } });
const timetables = (events: readonly DomainEvent[], command: Command) => given(firmSites, events).when(command, { personal }).state.sites['sit_a']!.timetables;
const close = (lastDay: string, siteId = 'sit_a') => ({ type: 'close-site', data: { firmId, siteId, lastDay } });

describe('a site', () => {
  it('is opened from a day on, its name, address and instructions beside the state', () => {
    given(firmSites).when(open()).then({ events: [opened()], personal });
    const { firmId: _, siteId: _siteId, hours, ...rest } = facts;
    given(firmSites).when(open()).thenState({ sites: { sit_a: { ...rest, firstDay: '2020-01-01', timetables: [{ from: '2020-01-01', hours }] } } });
  });

  it('has a name of its own among those that are open', () => {
    given(firmSites, [opened()]).when(open({ siteId: 'sit_b', name: 'LABORATORIO' }), { personal }).then({ code: 'site-name-taken' });
    given(firmSites, [opened(), closed('2026-09-01')]).when(open({ siteId: 'sit_b' }), { personal }).then({ code: 'site-name-taken' });
    given(firmSites, [opened(), closed('2026-08-31')]).when(open({ siteId: 'sit_b' }), { personal }).then([opened({ siteId: 'sit_b' })]);
    const two = { sites: { ...personal.sites, sit_b: { ...card, name: 'Negozio' } } };
    given(firmSites, [opened(), opened({ siteId: 'sit_b' })]).when(change({ siteId: 'sit_b' }), { personal: two }).then({ code: 'site-name-taken' });
  });

  it('is said anew from a day on, and the event names what is otherwise', () => {
    const said = { hours: week('09:00-13:00'), deliveryPoint: false, from: '2026-10-01' };
    given(firmSites, [opened()])
      .when(change({ ...said, address: 'Via Po 3' }), { personal })
      .then({ events: [siteChanged.of({ ...facts, ...said, changed: ['address', 'deliveryPoint', 'hours'] })], personal: { sites: { sit_a: { ...card, address: 'Via Po 3' } } } });
    given(firmSites, [opened()]).when(change(), { personal }).then([siteChanged.of({ ...facts, from: '2026-09-01', changed: [] })]);
    expect(timetables([opened()], change(said))).toEqual([{ from: '2020-01-01', hours: facts.hours }, { from: '2026-10-01', hours: said.hours }]);
  });

  it('keeps past hours as they were, and takes those of a day that were said last', () => {
    given(firmSites, [opened()]).when(change({ from: '2026-08-31' }), { personal }).then({ code: 'site-hours-in-past' });
    const later = (hours: string[][]) => siteChanged.of({ ...facts, hours, from: '2026-10-01', changed: ['hours'] });
    const again = change({ hours: week(), from: '2026-10-01' });
    expect(timetables([opened(), later(week('10:00-11:00'))], again)).toEqual([{ from: '2020-01-01', hours: facts.hours }, { from: '2026-10-01', hours: week() }]);
    const firstDay = '2026-12-01';
    given(firmSites, [opened({ firstDay })]).when(change({ hours: week() }), { personal }).then([siteChanged.of({ ...facts, hours: week(), from: firstDay, changed: ['hours'] })]);
  });

  it('is closed after a last day, which another puts right until it is over', () => {
    given(firmSites, [opened()]).when(close('2026-08-31')).then([closed('2026-08-31')]);
    given(firmSites, [opened(), closed('2026-09-01')]).when(close('2026-12-31')).then([closed('2026-12-31')]);
    given(firmSites, [opened(), closed('2026-08-31')]).when(close('2026-12-31')).then({ code: 'site-closed-already', params: { lastDay: '2026-08-31' } });
    given(firmSites, [opened(), closed('2026-08-31')]).when(change(), { personal }).then({ code: 'site-closed-already', params: { lastDay: '2026-08-31' } });
    given(firmSites, [opened()]).when(close('2019-12-31')).then({ code: 'site-closed-before-opening', params: { firstDay: '2020-01-01' } });
  });

  it('is one of the firm', () => {
    for (const command of [change({ siteId: 'sit_b' }), close('2026-12-31', 'sit_b')]) given(firmSites, [opened()]).when(command, { personal }).then({ code: 'site-not-found' });
  });

  it('is one of fifty at most, which fit into a document whatever is said of them', () => {
    const ids = Array.from({ length: MAX_SITES }, (_, n) => `sit_${String(n).padStart(26, '0')}`);
    const full = week('00:00-01:00', '02:00-03:00', '04:00-05:00', '06:00-07:00', '08:00-09:00', '10:00-11:00');
    const closingDays = Array<string>(100).fill('2026-12-08');
    const all = ids.flatMap((siteId) => [
      opened({ siteId, hours: full, closingDays }),
      ...Array.from({ length: MAX_TIMETABLES + 2 }, (_, n) => siteChanged.of({ ...facts, siteId, hours: full, closingDays, from: `2027-01-${String(n + 10)}`, changed: [] })),
    ]);
    given(firmSites, all).when(open()).then({ code: 'firm-too-many-sites' });
    const cards = { sites: Object.fromEntries(ids.map((id) => [id, { name: '€'.repeat(60), address: '€'.repeat(160), instructions: '€'.repeat(500) }])) };
    const { state } = given(firmSites, all).when(close('2030-01-01', ids[0]));
    expect(state.sites[ids[0]!]!.timetables).toHaveLength(MAX_TIMETABLES);
    expect(Buffer.byteLength(JSON.stringify(state)) + Buffer.byteLength(JSON.stringify(cards))).toBeLessThan(MAX_DOCUMENT_BYTES * 0.9);
  });
});
