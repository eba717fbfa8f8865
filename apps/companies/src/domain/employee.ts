import type { DataOf, employeeAdded } from '@salvatempo/contracts';
import { derivedId, type JsonObject } from '@salvatempo/kernel';

type Facts = Omit<DataOf<typeof employeeAdded>, 'sex'>;

/** A person who works for a firm, or did: up to the last day, which may be still to come. The same person in two firms is two employees. */
export type Employee =
  | { readonly status: 'absent' }
  | ({ readonly status: 'employed' } & Facts)
  | ({ readonly status: 'left'; readonly lastDay: string } & Facts);

export type KnownEmployee = Exclude<Employee, { status: 'absent' }>;

export const employee = { service: 'companies', name: 'employee', prefix: 'emp', schema: 1, initial: { status: 'absent' } as Employee };

/** The employment goes on as it was, without an end. */
export const employedAgain = ({ employeeId, firmId, personId, categories }: KnownEmployee): Employee => ({
  status: 'employed',
  employeeId,
  firmId,
  personId,
  ...(categories && { categories }),
});

/** A person is in a firm once. */
export const employeeIdOf = (firmId: string, personId: string): string => derivedId('emp', firmId, personId);

/** Why somebody doesn't work for a firm on a day in Rome; undefined where they do. An unknown hiring date stands for any. */
export function whyNotAtWork(state: Employee, { hiredOn }: Pick<EmployeeCard, 'hiredOn'>, day: string): 'unknown' | 'not-hired-yet' | 'left' | undefined {
  if (state.status === 'absent') return 'unknown';
  if (hiredOn !== undefined && day < hiredOn) return 'not-hired-yet';
  return state.status === 'left' && day > state.lastDay ? 'left' : undefined;
}

/** Kept beside the state and in no event. */
export interface EmployeeCard {
  /** As on the card of whoever brought it: omocodia is kept. */
  readonly fiscalCode: string;
  readonly name: string;
  readonly surname: string;
  /** `YYYY-MM-DD`. */
  readonly hiredOn?: string;
}

export function employeeCardOf(personal: Readonly<Record<string, unknown>> | undefined): EmployeeCard {
  const text = (field: keyof EmployeeCard): string => String(personal?.[field] ?? '');
  const hiredOn = text('hiredOn');
  return { fiscalCode: text('fiscalCode'), name: text('name'), surname: text('surname'), ...(hiredOn === '' ? {} : { hiredOn }) };
}

/** What is known of an employee, as an event may name it without saying it. */
export const CARD_FIELDS = ['fiscalCode', 'name', 'surname', 'hiredOn'] as const;

export const personalOfEmployee = ({ fiscalCode, name, surname, hiredOn }: EmployeeCard): JsonObject => ({
  fiscalCode,
  name,
  surname,
  ...(hiredOn === undefined ? {} : { hiredOn }),
});
