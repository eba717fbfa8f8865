import { payrollAppointed, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, refuse, slice } from '@salvatempo/kernel';

/** Who does the payroll of a firm. One document a firm. */
export interface PayrollStaff {
  readonly personIds: readonly string[];
}

export const payrollStaff = { service: 'benefits', name: 'payroll-staff', prefix: 'pst', schema: 1, initial: { personIds: [] } as PayrollStaff };
export const payrollStaffIdOf = (firmId: string): string => derivedId('pst', firmId);

const MAX_STAFF = 10;

/** Lets somebody do a firm's payroll; the role follows by message. */
export const appointPayrollSlice = slice<PayrollStaff, { readonly firmId: string; readonly personId: string }>({
  command: 'appoint-payroll',
  decide({ firmId, personId }, { personIds }, { id }) {
    if (personIds.includes(personId)) return refuse('payroll-already');
    if (personIds.length >= MAX_STAFF) return refuse('payroll-too-many');
    return accept(payrollAppointed.of({ staffId: id, firmId, personId }));
  },
  evolve: {
    [payrollAppointed.type]: ({ personIds }: PayrollStaff, { personId }: DataOf<typeof payrollAppointed>): PayrollStaff => ({ personIds: [...personIds, personId] }),
  },
});
