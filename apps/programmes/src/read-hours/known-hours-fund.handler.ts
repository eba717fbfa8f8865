import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { call } from '../domain/call';
import type { HoursFund, OpenHoursFund } from '../domain/hours-fund';

/** A fund of hours that was opened. Throws ProblemError `hours-fund-not-found`, of a call, which is in euros, `fund-unit-mismatch`. */
export async function knownHoursFund(funds: AggregateRunner<HoursFund>, hoursFundId: string): Promise<OpenHoursFund> {
  if (hoursFundId.startsWith(`${call.prefix}_`)) throw new ProblemError('fund-unit-mismatch');
  const state = (await funds.load(hoursFundId))?.state;
  if (!state || state.status === 'absent') throw new ProblemError('hours-fund-not-found');
  return state;
}
