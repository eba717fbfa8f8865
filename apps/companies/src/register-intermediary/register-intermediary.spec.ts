import { intermediaryMemberAdded, intermediaryMemberRemoved, intermediaryRegistered } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { intermediary } from '../domain/intermediary';
import { addMemberSlice } from './add-member.decider';
import { registerIntermediarySlice } from './register-intermediary.decider';
import { removeMemberSlice } from './remove-member.decider';

const intermediaries = { ...intermediary, slices: [registerIntermediarySlice, addMemberSlice, removeMemberSlice] };
const intermediaryId = 'itm_00000000000000000000000000';
const registered = intermediaryRegistered.of({ intermediaryId, kind: 'adviser' });
const added = (personId: string) => intermediaryMemberAdded.of({ intermediaryId, kind: 'adviser', personId });
const register = { type: 'register-intermediary', data: { kind: 'adviser', name: 'Studio Bertolazzi', vatNumber: '00743110157' } };
const piero = { name: 'Piero', surname: 'Zanaboni', fiscalCode: 'ZNBPRI79S09F205T' };
const add = (personId: string) => ({ type: 'add-intermediary-member', data: { personId, ...piero } });

describe('an adviser’s office', () => {
  it('is registered once, its name beside the state', () => {
    given(intermediaries).when(register).then({ events: [registered], personal: { name: 'Studio Bertolazzi', vatNumber: '00743110157', members: {} } });
    given(intermediaries, [registered]).when(register).then({ code: 'intermediary-already-registered' });
  });

  it('has people who act for it, each once and not without end, known beside the state', () => {
    given(intermediaries, [registered]).when(add('per_a')).then({ events: [added('per_a')], personal: { name: '', vatNumber: '', members: { per_a: piero } } });
    given(intermediaries, [registered, added('per_a')]).when(add('per_a')).then({ code: 'intermediary-member-there' });
    given(intermediaries, [registered, ...Array.from({ length: 50 }, (_, n) => added(`per_${n}`))]).when(add('per_a')).then({ code: 'intermediary-full' });
  });

  it('takes somebody off once, forgets their name, and may take them on again', () => {
    const remove = { type: 'remove-intermediary-member', data: { personId: 'per_a' } };
    const removed = intermediaryMemberRemoved.of({ intermediaryId, personId: 'per_a' });
    const personal = { name: 'Studio', vatNumber: '00743110157', members: { per_a: piero, per_b: piero } };
    given(intermediaries, [registered, added('per_a'), added('per_b')]).when(remove, { personal }).then({ events: [removed], personal: { ...personal, members: { per_b: piero } } });
    given(intermediaries, [registered, added('per_a'), removed]).when(remove).then({ code: 'intermediary-member-not-there' });
    given(intermediaries, [registered, added('per_a'), removed]).when(add('per_a')).then([added('per_a')]);
  });
});
