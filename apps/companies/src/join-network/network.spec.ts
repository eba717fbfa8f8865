import { networkFormed, networkMemberJoined, networkMemberLeft } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { membersOn, network } from '../domain/network';
import { formNetworkSlice } from './form-network.decider';
import { joinNetworkSlice } from './join-network.decider';
import { leaveNetworkSlice } from './leave-network.decider';

const networks = { ...network, slices: [formNetworkSlice, joinNetworkSlice, leaveNetworkSlice] };
const networkId = 'net_00000000000000000000000000';
const formed = networkFormed.of({ networkId, title: 'Rete dei laboratori', kind: 'rete-contratto', commonFund: false });
const joined = (firmId: string, firstDay: string) => networkMemberJoined.of({ networkId, firmId, firstDay });
const left = (firmId: string, lastDay: string) => networkMemberLeft.of({ networkId, firmId, lastDay });
const join = (firmId: string, firstDay: string) => ({ type: 'join-network', data: { firmId, firstDay } });
const leave = (firmId: string, lastDay: string) => ({ type: 'leave-network', data: { firmId, lastDay } });

describe('a network', () => {
  it('is formed without members, its programme beside the state', () => {
    const { networkId: _, ...facts } = formed.data;
    given(networks).when({ type: 'form-network', data: { ...facts, programme: 'Comprare insieme' } }).then({ events: [formed], personal: { programme: 'Comprare insieme' } });
  });

  it('has each firm once at a time', () => {
    given(networks, [formed]).when(join('com_a', '2026-01-01')).then([joined('com_a', '2026-01-01')]);
    given(networks, [formed, joined('com_a', '2026-01-01')]).when(join('com_a', '2026-06-01')).then({ code: 'already-in-network' });
    given(networks, [formed, joined('com_a', '2026-01-01'), left('com_a', '2026-06-30')]).when(join('com_a', '2026-06-30')).then({ code: 'already-in-network' });
    given(networks, [formed, joined('com_a', '2026-01-01'), left('com_a', '2026-06-30')]).when(join('com_a', '2026-07-01')).then([joined('com_a', '2026-07-01')]);
  });

  it('is left by who is in it, not before they joined', () => {
    given(networks, [formed, joined('com_a', '2026-01-01')]).when(leave('com_a', '2026-06-30')).then([left('com_a', '2026-06-30')]);
    given(networks, [formed, joined('com_a', '2026-01-01')]).when(leave('com_a', '2025-12-31')).then({ code: 'network-left-before-joining', params: { firstDay: '2026-01-01' } });
    given(networks, [formed, joined('com_a', '2026-01-01'), left('com_a', '2026-06-30')]).when(leave('com_a', '2026-07-31')).then({ code: 'not-in-network' });
    given(networks, [formed]).when(leave('com_b', '2026-06-30')).then({ code: 'not-in-network' });
  });

  it('has a limit', () => {
    const many = Array.from({ length: 300 }, (_, n) => joined(`com_${n}`, '2026-01-01'));
    given(networks, [formed, ...many]).when(join('com_a', '2026-01-01')).then({ code: 'network-full' });
  });

  it.each([
    ['2025-12-31', []],
    ['2026-01-01', ['com_a']],
    ['2026-06-30', ['com_a', 'com_b']],
    ['2026-07-01', ['com_b']],
    ['2026-09-01', ['com_b', 'com_a']],
  ])('on %s has the members in force: %j', (day, expected) => {
    const members = [{ firmId: 'com_a', firstDay: '2026-01-01', lastDay: '2026-06-30' }, { firmId: 'com_b', firstDay: '2026-03-01' }, { firmId: 'com_a', firstDay: '2026-09-01' }];
    expect(membersOn({ members }, day)).toEqual(expected);
  });
});
