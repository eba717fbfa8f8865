import type { DataOf, HoursPot, hoursFundOpened } from '@salvatempo/contracts';
import { freeOf, moved, timeAmount, type Ledger, type Move } from './ledger';

/** Hours that were set apart and not worked yet, in minutes. */
export interface HoursRequest {
  readonly requestId: string;
  /** Absent where an operator asked for a school or an office. */
  readonly firmId?: string;
  readonly municipality: string;
  readonly minutes: number;
  /** A day in Rome. */
  readonly reservedOn: string;
}

/** A request that is over: carried out on a day with its proof, or given back. */
export interface EndedHours extends HoursRequest {
  readonly usedMinutes: number;
  readonly workedOn?: string;
  readonly proof?: string;
}

type Terms = Omit<DataOf<typeof hoursFundOpened>, 'pots'>;

/** A fund of mediator hours, a pot for each Comune; kept in minutes by the ledger that keeps a call's euros (docs/adr/0226). */
export type HoursFund =
  | { readonly status: 'absent' }
  | (Terms & {
      readonly status: 'open';
      readonly pots: readonly HoursPot[];
      readonly requests: readonly HoursRequest[];
      /** The last ones, newest last. All are in the journal. */
      readonly ended: readonly EndedHours[];
    });

export type OpenHoursFund = Exclude<HoursFund, { status: 'absent' }>;

export const hoursFund = { service: 'programmes', name: 'hours-fund', prefix: 'hfn', schema: 1, initial: { status: 'absent' } as HoursFund };

/** Pots of one fund; Lodi's province has 60 Comuni. */
export const MAX_POTS = 100;
/** Open requests of one fund, which keep its document below 64 KB together with its pots and what ended. */
export const MAX_REQUESTS = 200;
const ENDED_KEPT = 50;

/** Minutes that one request may ask for: 100 hours. */
export const MAX_REQUEST_MINUTES = 6_000;

const ledgerOf = (pot: HoursPot): Ledger<'minutes'> => ({ unit: 'minutes', budget: pot.budgetMinutes, committed: pot.committedMinutes, paid: pot.usedMinutes });

/** A pot after hours moved in it. Throws where that can't be. */
export function potAfter(pot: HoursPot, fundId: string, ...moves: readonly (readonly [move: Move, minutes: number])[]): HoursPot {
  const whose = `${fundId} in ${pot.municipality}`;
  const { budget, committed, paid } = moves.reduce((ledger, [move, minutes]) => moved(ledger, move, timeAmount(minutes), whose), ledgerOf(pot));
  return { municipality: pot.municipality, budgetMinutes: budget, committedMinutes: committed, usedMinutes: paid, freeMinutes: freeOf({ unit: 'minutes', budget, committed, paid }, whose) };
}

/** The fund with a pot as an event names it. */
export const withPot = (state: HoursFund, pot: HoursPot): OpenHoursFund => {
  const open = state as OpenHoursFund;
  return { ...open, pots: open.pots.map((one) => (one.municipality === pot.municipality ? pot : one)) };
};

/** The fund without an open request, which has come to an end. */
export const withEnded = (state: OpenHoursFund, requestId: string, how: Omit<EndedHours, keyof HoursRequest>): OpenHoursFund => {
  const request = state.requests.find((one) => one.requestId === requestId)!;
  return { ...state, requests: state.requests.filter((one) => one !== request), ended: [...state.ended, { ...request, ...how }].slice(-ENDED_KEPT) };
};
