import { contactAdvanced, contactJoined, contactListed, type OutreachStage } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { contact } from '../domain/contact';
import { listContactSlice } from '../import-contacts/list-contact.decider';
import { counted, funnelsOf, type Reach } from '../read-outreach/funnel.view';
import { advanceContactSlice } from './advance-contact.decider';
import { noteJoinedSlice } from './note-joined.decider';

const contacts = { ...contact, slices: [listContactSlice, advanceContactSlice, noteJoinedSlice] };
const contactId = 'ctc_00000000000000000000000000';
const facts = { firmId: 'com_a', municipality: 'E648', finder: 'E648' };
const card = { name: 'Sartoria Mezzetti', vatNumber: '00743110157' };
const listed = contactListed.of({ contactId, ...facts });
const advanced = (stage: OutreachStage, reachedOn: string) => contactAdvanced.of({ contactId, stage, reachedOn });
const joined = contactJoined.of({ contactId, firmId: 'com_a' });
const list = { type: 'list-contact', data: { ...facts, ...card } };
const advance = (stage: OutreachStage, on: string) => ({ type: 'advance-contact', data: { stage, on } });
const note = { type: 'note-joined', data: {} };

describe('a firm to contact', () => {
  it('is listed once, its name beside the state, and keeps its first finder', () => {
    given(contacts).when(list).then({ events: [listed], personal: card });
    given(contacts, [listed]).when({ ...list, data: { ...list.data, finder: 'F205' } }).then([]);
  });

  it('is brought forward, never back, and a step may be left out', () => {
    given(contacts, [listed]).when(advance('contacted', '2026-03-01')).then([advanced('contacted', '2026-03-01')]);
    given(contacts, [listed]).when(advance('met', '2026-03-01')).then([advanced('met', '2026-03-01')]);
    given(contacts, [listed, advanced('invited', '2026-03-01')]).when(advance('invited', '2026-03-02')).then({ code: 'contact-stage-passed' });
    given(contacts, [listed, advanced('met', '2026-03-01')]).when(advance('contacted', '2026-03-02')).then({ code: 'contact-stage-passed' });
    given(contacts, [listed, advanced('contacted', '2026-03-01')]).when(advance('met', '2026-02-28')).then({ code: 'contact-day-before-last', params: { lastDay: '2026-03-01' } });
    given(contacts, [listed, joined]).when(advance('met', '2026-03-01')).then({ code: 'contact-stage-passed' });
  });

  it('joins once, from wherever it is', () => {
    given(contacts, [listed]).when(note).then([joined]);
    given(contacts, [listed, advanced('met', '2026-03-01')]).when(note).then([joined]);
    given(contacts, [listed, joined]).when(note).then([]);
    given(contacts).when(note).then([]);
  });
});

describe('the funnel', () => {
  const reach = (reached: OutreachStage | undefined, isJoined: boolean, municipality = 'E648', finder = municipality): Reach => ({ municipality, finder, joined: isJoined, ...(reached === undefined ? {} : { reached }) });
  async function* each(items: readonly Reach[]): AsyncGenerator<Reach> {
    yield* items;
  }

  it('counts whom it met as invited and contacted, and who joined by themselves as joined alone', () => {
    expect(counted(undefined, reach('met', false))).toEqual({ listed: 1, contacted: 1, invited: 1, met: 1, joined: 0 });
    expect(counted(undefined, reach('contacted', true))).toEqual({ listed: 1, contacted: 1, invited: 0, met: 0, joined: 1 });
    expect(counted(undefined, reach(undefined, true))).toEqual({ listed: 1, contacted: 0, invited: 0, met: 0, joined: 1 });
  });

  it('is told by Comune and by finder', async () => {
    const { all, byMunicipality, byFinder } = await funnelsOf(each([reach('met', true), reach(undefined, false, 'B961', 'itm_a'), reach('contacted', false, 'E648', 'itm_a')]));
    expect(all).toEqual({ listed: 3, contacted: 2, invited: 1, met: 1, joined: 1 });
    expect(Object.fromEntries(byMunicipality)).toEqual({ E648: { listed: 2, contacted: 2, invited: 1, met: 1, joined: 1 }, B961: { listed: 1, contacted: 0, invited: 0, met: 0, joined: 0 } });
    expect(Object.fromEntries(byFinder)).toMatchObject({ E648: { listed: 1, joined: 1 }, itm_a: { listed: 2, contacted: 1 } });
  });
});
