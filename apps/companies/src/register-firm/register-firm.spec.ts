import { employeeAdded, employeeImportAccepted, employeeImportCompleted, firmRegistered } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { employee } from '../domain/employee';
import { employeeImport } from '../domain/employee-import';
import { firm } from '../domain/firm';
import { acceptImportSlice } from '../import-employees/accept-import.decider';
import { addEmployeeSlice } from '../import-employees/add-employee.decider';
import { completeImportSlice } from '../import-employees/complete-import.decider';
import { registerFirmSlice } from './register-firm.decider';

const id = 'com_00000000000000000000000000';
const facts = { ownerPersonId: 'per_owner', employeesCount: 3, occupatiCount: 4, sector: '14.13', municipality: 'E648' };
const card = { name: 'Sartoria', vatNumber: '00743110157' };
const firms = { ...firm, slices: [registerFirmSlice] };

describe('a firm', () => {
  it('is registered with its name and partita IVA beside the state, and in no event', () => {
    given(firms)
      .when({ type: 'register-firm', data: { ...facts, ...card } })
      .then({ events: [firmRegistered.of({ ...facts, firmId: id })], personal: card });
  });

  it('is registered once', () => {
    given(firms, [firmRegistered.of({ ...facts, firmId: id })])
      .when({ type: 'register-firm', data: { ...facts, ...card } })
      .then({ code: 'firm-already-registered' });
  });
});

const employees = { ...employee, slices: [addEmployeeSlice] };
const person = { firmId: id, personId: 'per_marta', fiscalCode: 'VLLMRT88D52E648U', name: 'Marta', surname: 'Vallini' };
const added = employeeAdded.of({ employeeId: 'emp_00000000000000000000000000', firmId: id, personId: 'per_marta' });

describe('an employee', () => {
  it('is added by ids alone', () => {
    const { firmId: _firm, personId: _person, ...personal } = person;
    given(employees).when({ type: 'add-employee', data: person }).then({ events: [added], personal });
  });

  it('stays as they are when they come again', () => {
    given(employees, [added]).when({ type: 'add-employee', data: { ...person, surname: 'Valli' } }).then([]);
  });
});

const imports = { ...employeeImport, slices: [acceptImportSlice, completeImportSlice] };
const accepted = employeeImportAccepted.of({ importId: 'imp_00000000000000000000000000', firmId: id, rows: 2 });

describe('an import', () => {
  it('is accepted, and completed once', () => {
    const counts = { added: 1, alreadyThere: 1 };
    const completed = employeeImportCompleted.of({ importId: 'imp_00000000000000000000000000', firmId: id, ...counts });
    given(imports).when({ type: 'accept-import', data: { firmId: id, rows: 2 } }).then([accepted]);
    given(imports, [accepted]).when({ type: 'complete-import', data: counts }).then([completed]);
    given(imports, [accepted, completed]).when({ type: 'complete-import', data: counts }).then([]);
    given(imports).when({ type: 'complete-import', data: counts }).then([]);
  });
});
