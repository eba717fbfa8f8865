import type { LoadSpec } from '../children/load.child';
import type { WriteResult } from '../children/store.child';
import type { Plan } from '../load/requests';
import type { Arm, Times, Worked } from '../measure/arm';
import { CLIENTS } from '../measure/figures';
import type { Stage } from './stage';

/** An open loop runs at this share of what the product reads in a closed one, so that neither side is overloaded. */
const OPEN_SHARE = 0.5;
/** How an arm loads: in an open loop at a rate, or in a closed one that may stay awake. */
type How = Pick<LoadSpec, 'rate' | 'staysAwake'>;
const AWAKE: How = { staysAwake: true };
const CALIBRATION: Times = { warmMs: 500, ms: 500 };

/** Every arm that can run everywhere. The rate of the open loops is found once, before the first block. */
export async function armsOf(stage: Stage): Promise<readonly Arm[]> {
  const { product, raw, store, disk, client } = stage;
  const mine = (): Plan => ({ kind: 'read-mine', holders: stage.holders });
  const byId = (): Plan => ({ kind: 'read-one', holders: stage.holders });
  const spread = (): Plan => stage.debits(stage.accountIds);
  const hot = (): Plan => stage.debits(stage.accountIds.slice(0, 1));
  const over = (port: number, plan: () => Plan, how: How) => (times: Times): Promise<Worked> => stage.load({ port, plan: plan(), clients: CLIENTS, ...times, ...how });
  const rawArm = (id: string, says: string, plan: () => Plan, how: How = {}): Arm =>
    ({ id, says, isProbe: true, pids: () => [raw.pid, client.pid], work: over(stage.rawPort, plan, how) });
  const productArm = (id: string, says: string, plan: () => Plan, how: How = {}): Arm => ({
    id,
    says,
    isProbe: false,
    pids: () => [product.pid, client.pid],
    work: over(stage.productPort, plan, how),
    profiled: product,
    settle: () => product.call('settle'),
  });
  const open: How = { rate: OPEN_SHARE * (await over(stage.productPort, mine, {})(CALIBRATION)).rate };
  return [
    rawArm('L0.read', 'raw node:http, a read', mine, AWAKE),
    rawArm('L0.write', 'raw node:http, a write', spread),
    rawArm('L0.open', 'raw node:http, open loop', mine, open),
    { id: 'L1', says: 'the bare write in the store', isProbe: true, pids: () => [store.pid], work: (times) => store.call<WriteResult>('write', { clients: CLIENTS, ...times }) },
    { id: 'L2', says: 'fdatasync, one after the other', isProbe: true, pids: () => [disk.pid], work: (times) => disk.call('syncLoop', { dataDir: stage.dataDir, ...times }) },
    productArm('P1', 'read the own account', mine, AWAKE),
    productArm('P1.open', 'the same, open loop', mine, open),
    productArm('read', 'read an account by id', byId, AWAKE),
    productArm('P2', 'durable debit, 10,000 accounts', spread),
    productArm('P3', 'durable debit, one account', hot),
    productArm('P9', 'a debit repeated', () => ({ kind: 'repeat' }), AWAKE),
  ];
}
