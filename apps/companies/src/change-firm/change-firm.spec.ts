import { firmChanged, firmRegistered } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { firm } from '../domain/firm';
import { registerFirmSlice } from '../register-firm/register-firm.decider';
import { changeFirmSlice } from './change-firm.decider';

const id = 'com_00000000000000000000000000';
const declaration = { code: 'firm-data' as const, version: '2026-01' };
const facts = { employeesCount: 3, occupatiCount: 4, sector: '14.13', municipality: 'E648' };
const firms = { ...firm, slices: [registerFirmSlice, changeFirmSlice] };
const registered = firmRegistered.of({ ...facts, firmId: id, ownerPersonId: 'per_owner' });
const personal = { name: 'Sartoria', vatNumber: '00743110157', iban: 'IT60X0542811101000000123456' };
const change = (more: object = {}) => ({ type: 'change-firm', data: { name: 'Sartoria', ...facts, declaration, declaredByPersonId: 'per_owner', ...more } });
const changed = (more: object, names: readonly ('employeesCount' | 'artisan' | 'name' | 'iban')[]) =>
  firmChanged.of({ firmId: id, ...facts, declaration, declaredByPersonId: 'per_owner', changed: [...names], ...more });

describe('a firm that declares its data anew', () => {
  it('says all the facts and the names of what is another now, and never the personal data', () => {
    given(firms, [registered])
      .when(change({ employeesCount: 2, artisan: true, name: 'Sartoria Mezzetti', iban: 'DE89370400440532013000' }), { personal })
      .then({ events: [changed({ employeesCount: 2, artisan: true }, ['employeesCount', 'artisan', 'name', 'iban'])], personal: { ...personal, name: 'Sartoria Mezzetti', iban: 'DE89370400440532013000' } });
  });

  it('keeps what it doesn’t say of owner, IBAN and craft register', () => {
    given(firms, [registered, changed({ artisan: true }, ['artisan'])]).when(change(), { personal }).then({ events: [changed({ artisan: true }, [])], personal });
    given(firms, [registered]).when(change({ employeesCount: 2 }), { personal }).thenState({ employeesCount: 2, ownerPersonId: 'per_owner', declaration });
  });
});
