import { providerAccredited, providerRegistered } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { provider, providerIdOf } from '../domain/provider';
import { registerProviderSlice } from '../register-provider/register-provider.decider';
import { accreditProviderSlice } from './accredit-provider.decider';

const aggregate = { ...provider, slices: [registerProviderSlice, accreditProviderSlice] };
const card = { name: 'Cooperativa L’Aquilone', vatNumber: '00743110157' };
const providerId = providerIdOf(card.vatNumber);
const managerPersonId = derivedId('per', 'manager');
const operatorPersonId = derivedId('per', 'operator');
const registered = providerRegistered.of({ providerId, managerPersonId });
const accredited = providerAccredited.of({ providerId, operatorPersonId });
const register = { type: 'register-provider', data: { ...card, managerPersonId } };
const accredit = { type: 'accredit-provider', data: { operatorPersonId } };

describe('a provider', () => {
  it('is registered once; its name and partita IVA stay beside the state and out of the event', () => {
    given(aggregate).when(register, { id: providerId }).then({ events: [registered], personal: card });
    given(aggregate, [registered]).when(register).then({ code: 'provider-already-registered' });
    given(aggregate, [registered, accredited]).when(register).then({ code: 'provider-already-registered' });
  });

  it('is accredited by an operator; a second time changes nothing', () => {
    given(aggregate, [registered]).when(accredit).then([accredited]);
    given(aggregate, [registered, accredited]).when(accredit).then([]);
    given(aggregate).when(accredit).then({ code: 'provider-not-found' });
  });
});
