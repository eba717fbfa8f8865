import { accessCodeIssued, passwordSet, personRegistered, roleGranted } from '@salvatempo/contracts';
import type { Aggregate } from '@salvatempo/kernel';
import { renewCodeSlice } from '../activation-codes/renew-code.decider';
import { admitEmployeeSlice } from '../grant-roles/admit-employee.decider';
import { admitMemberSlice } from '../grant-roles/admit-member.decider';
import { grantRoleSlice } from '../grant-roles/grant-role.decider';
import { requestResetSlice } from '../set-password/request-reset.decider';
import { setPasswordSlice } from '../set-password/set-password.decider';
import { attemptSignInSlice } from '../sign-in/attempt-sign-in.decider';
import { registerPersonSlice } from '../sign-up/register-person.decider';
import { person, type Person } from './person';

/** The aggregate as the module composes it, and its past, for specs. */
export const persons: Aggregate<Person> = {
  ...person,
  slices: [registerPersonSlice, grantRoleSlice, admitEmployeeSlice, admitMemberSlice, setPasswordSlice, requestResetSlice, renewCodeSlice, attemptSignInSlice],
};

export const PERSON = 'per_00000000000000000000000000';
export const FIRM = 'com_firm';
export const OTHER_FIRM = 'com_other';
export const AT = '2026-09-01T08:00:00.000Z';
export const IN_30_DAYS = '2026-10-01T08:00:00.000Z';

export const registered = personRegistered.of({ personId: PERSON });
export const hasPassword = passwordSet.of({ personId: PERSON, at: AT });
export const employedBy = (organisationId: string): ReturnType<typeof roleGranted.of> => roleGranted.of({ personId: PERSON, role: 'employee', organisationId });
export const codeOf = (round: number, organisationId?: string, purpose: 'activation' | 'reset' = 'activation', expiresAt = IN_30_DAYS): ReturnType<typeof accessCodeIssued.of> =>
  accessCodeIssued.of({ personId: PERSON, round, purpose, expiresAt, ...(organisationId === undefined ? {} : { organisationId }) });
