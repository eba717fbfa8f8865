import { employeeAdded, employeeChanged, employeeImportAccepted, employeeImportCompleted, firmRegistered } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { employee } from '../domain/employee';
import { employeeImport } from '../domain/employee-import';
import { firm } from '../domain/firm';
import { acceptImportSlice } from '../import-employees/accept-import.decider';
import { completeImportSlice } from '../import-employees/complete-import.decider';
import { takeEmployeeSlice } from '../import-employees/take-employee.decider';
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

const employees = { ...employee, slices: [takeEmployeeSlice] };
const person = { firmId: id, personId: 'per_marta', fiscalCode: 'VLLMRT88D52E648U', name: 'Marta', surname: 'Vallini' };
const added = employeeAdded.of({ employeeId: 'emp_00000000000000000000000000', firmId: id, personId: 'per_marta', sex: 'female' });

describe('an employee', () => {
  it('is added by ids and sex alone', () => {
    const { firmId: _firm, personId: _person, ...personal } = person;
    given(employees).when({ type: 'take-employee', data: person }).then({ events: [added], personal });
  });

  it('stays as they are when they come again, and is put right where the list says otherwise', () => {
    const { firmId: _firm, personId: _person, ...personal } = { ...person, hiredOn: '2024-03-01' };
    const facts = { employeeId: 'emp_00000000000000000000000000', firmId: id, personId: 'per_marta' };
    given(employees, [added]).when({ type: 'take-employee', data: person }, { personal }).then([]);
    given(employees, [added])
      .when({ type: 'take-employee', data: { ...person, surname: 'Valli', categories: ['operai'] } }, { personal })
      .then({ events: [employeeChanged.of({ ...facts, changed: ['surname', 'categories'], categories: ['operai'] })], personal: { ...personal, surname: 'Valli' } });
    const grouped = employeeAdded.of({ ...facts, categories: ['operai'] });
    given(employees, [grouped]).when({ type: 'take-employee', data: { ...person, categories: ['operai'] } }, { personal }).then([]);
    given(employees, [grouped]).when({ type: 'take-employee', data: person }, { personal }).thenState({ categories: ['operai'] });
  });
});

const imports = { ...employeeImport, slices: [acceptImportSlice, completeImportSlice] };
const accepted = employeeImportAccepted.of({ importId: 'imp_00000000000000000000000000', firmId: id, rows: 2 });

describe('an import', () => {
  it('is accepted, and completed once', () => {
    const counts = { added: 1, alreadyThere: 1, changed: 0, rehired: 0, ended: 0 };
    const completed = employeeImportCompleted.of({ importId: 'imp_00000000000000000000000000', firmId: id, ...counts });
    given(imports).when({ type: 'accept-import', data: { firmId: id, rows: 2 } }).then([accepted]);
    given(imports, [accepted]).when({ type: 'complete-import', data: counts }).then([completed]);
    given(imports, [accepted, completed]).when({ type: 'complete-import', data: counts }).then([]);
    given(imports).when({ type: 'complete-import', data: counts }).then([]);
  });
});
