import type { AidHold, AidRow, WaitingLink } from '@salvatempo/contracts';
import { addDays, derivedId, earliest, endOfRomeDay, type Instant } from '@salvatempo/kernel';

/** The register of de minimis aid of one single undertaking: one firm, or several that an operator found to be linked. */
export type AidRegister =
  | {
      readonly status: 'open';
      /** The firms of the undertaking, of one that was never written none. */
      readonly firmIds: readonly string[];
      readonly rows: readonly AidRow[];
      /** Set aside for applications whose call hasn't decided yet; ended by the call's decision, never by a clock. */
      readonly holds: readonly AidHold[];
      /** The registers that were taken in, each once. */
      readonly absorbed: readonly string[];
      /** Links whose firms both belong here, and the aid of one is still on its way; none where it is missing. */
      readonly waiting?: readonly WaitingLink[];
    }
  /** Everything went to another register, which every command is sent on to. */
  | { readonly status: 'merged'; readonly into: string };

export type OpenRegister = Extract<AidRegister, { status: 'open' }>;

export const aidRegister = {
  service: 'programmes',
  name: 'aid-register',
  prefix: 'air',
  schema: 1,
  initial: { status: 'open', firmIds: [], rows: [], holds: [], absorbed: [] } as AidRegister,
  deadline: (state: AidRegister): Instant | undefined =>
    state.status === 'open' ? earliest(state.rows.filter(isAwaited).map(({ actDueOn }) => endOfRomeDay(actDueOn!))) : undefined,
};

/** The act's date is still to be sent, and nobody was told yet that it is late. */
export const isAwaited = ({ actDueOn, actOn, actOverdue }: AidRow): boolean => actDueOn !== undefined && actOn === undefined && !actOverdue;

/** The register that a firm begins with; where it was merged, the way goes on from there. */
export const aidRegisterIdOf = (firmId: string): string => derivedId('air', firmId);

/** The firm itself, where this is the register that it began with: one that was never written doesn't know it yet. */
export const firmAtHome = (registerId: string, firmId: string): readonly string[] => (aidRegisterIdOf(firmId) === registerId ? [firmId] : []);

/** Days after the grant within which its act's date goes to the national register (DM 115/2017 art. 9). */
const ACT_DAYS = 20;
export const actDueOn = (grantedOn: string): string => addDays(grantedOn, ACT_DAYS);

/** Rows and holds of one register; 300 of them keep the document below 128 KB. A merge may bring more, which then only leaves. */
export const MAX_ENTRIES = 300;
/** Firms of one undertaking. */
export const MAX_FIRMS = 50;
/** Links that wait in one register; a merge may bring more, which then only leave. */
export const MAX_WAITING = 100;

/** Whether the aid of all these firms is here. */
export const hasAll = (state: OpenRegister, firmIds: readonly string[]): boolean => firmIds.every((firmId) => state.firmIds.includes(firmId));

export const withFirm = (state: OpenRegister, firmId: string): readonly string[] => (state.firmIds.includes(firmId) ? state.firmIds : [...state.firmIds, firmId]);

/** The register with a change to one of its rows. */
export function withRow(state: AidRegister, rowId: string, change: Partial<AidRow>): AidRegister {
  const open = state as OpenRegister;
  return { ...open, rows: open.rows.map((row) => (row.rowId === rowId ? { ...row, ...change } : row)) };
}
