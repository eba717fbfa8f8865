import { payrollAppointed } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { appointPayrollSlice, payrollStaff, payrollStaffIdOf } from './appoint-payroll.decider';

const staff = { ...payrollStaff, slices: [appointPayrollSlice] };
const FIRM = 'fir_firm';
const here = { id: payrollStaffIdOf(FIRM) };
const appointed = (personId: string) => payrollAppointed.of({ staffId: here.id, firmId: FIRM, personId });
const appoint = (personId: string) => ({ type: 'appoint-payroll', data: { firmId: FIRM, personId } });

describe('who does a firm’s payroll', () => {
  it('is appointed once: a second time says so, since it would change nothing', () => {
    given(staff).when(appoint('per_a'), here).then([appointed('per_a')]);
    given(staff, [appointed('per_a')]).when(appoint('per_a'), here).then({ code: 'payroll-already' });
    given(staff, [appointed('per_a')]).when(appoint('per_b'), here).then([appointed('per_b')]);
  });

  it('are ten at most', () => {
    const all = Array.from({ length: 10 }, (_, n) => appointed(`per_${n}`));
    given(staff, all).when(appoint('per_more'), here).then({ code: 'payroll-too-many' });
  });
});
