import { Connection } from '../load/connection';
import { closedLoop, openLoop, type LoopSpec } from '../load/loops';
import { registerFirms, type Registered, type RegisteringSpec } from '../load/registering';
import { debit, requestsOf, type Plan, type Prepared } from '../load/requests';
import type { LoadResult } from '../load/tally';
import { answer } from './remote';

export interface LoadSpec extends LoopSpec {
  readonly plan: Plan;
  /** Requests a second of an open loop; undefined for a closed one. */
  readonly rate?: number;
}

export interface RememberSpec {
  readonly port: number;
  readonly accountIds: readonly string[];
  readonly token: string;
  readonly keys: string;
}

let remembered: readonly Prepared[] = [];

/** Makes debits once and keeps what was answered, for the arm that repeats them. How many. */
async function remember({ port, accountIds, token, keys }: RememberSpec): Promise<number> {
  const connection = await Connection.open(port);
  const made: Prepared[] = [];
  for (const [number, accountId] of accountIds.entries()) {
    const text = debit(accountId, token, `${keys}-${number}`);
    const { status, body } = await new Promise<{ status: number; body: Buffer }>((resolve, reject) => connection.send(text, resolve, reject));
    if (status !== 200) throw new Error(`a debit to repeat answered ${status} ${body.toString()}`);
    made.push({ text, expected: Buffer.from(body) });
  }
  connection.close();
  remembered = made;
  return made.length;
}

answer({
  run: ({ plan, rate, ...loop }: LoadSpec): Promise<LoadResult> => {
    const next = requestsOf(plan, remembered);
    return rate === undefined ? closedLoop(loop, next) : openLoop(loop, rate, next);
  },
  remember,
  register: (spec: RegisteringSpec): Promise<readonly Registered[]> => registerFirms(spec),
});
