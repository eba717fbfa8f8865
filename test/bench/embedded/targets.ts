import { CLIENTS, type Block, type Target } from '../measure/figures';
import { durableLimit } from '../measure/statistics';

const limit = (block: Block): number => durableLimit(block('L0.write').rate, block('L1').rate, block('L2').rate, CLIENTS);

export const EMBEDDED_TARGETS: readonly Target[] = [
  { id: 'P1', arm: 'P1', against: 'L0.read', target: 0.6, direction: 'at-least', needs: ['P1', 'L0.read'], ratio: (block) => block('P1').rate / block('L0.read').rate, smokeShare: 0.5 },
  { id: 'P1.p99', arm: 'P1.open', against: 'L0.open p99', target: 2, direction: 'at-most', needs: ['P1.open', 'L0.open'], ratio: (block) => block('P1.open').p99Ms! / block('L0.open').p99Ms! },
  { id: 'P2', arm: 'P2', against: 'limit 1/(1/L0.write + 1/L1)', target: 0.7, direction: 'at-least', needs: ['P2', 'L0.write', 'L1', 'L2'], ratio: (block) => block('P2').rate / limit(block), smokeShare: 0.5 },
  { id: 'P3', arm: 'P3', against: 'P2', target: 1, direction: 'at-least', needs: ['P3', 'P2'], ratio: (block) => block('P3').rate / block('P2').rate, smokeShare: 1 },
  { id: 'P9', arm: 'P9', against: 'read by id, in time', target: 1.2, direction: 'at-most', needs: ['P9', 'read'], ratio: (block) => block('read').rate / block('P9').rate, smokeShare: 1 },
  { id: 'P2.pg', arm: 'P2', against: 'pgbench', target: 1, direction: 'at-least', needs: ['P2', 'pgbench'], ratio: (block) => block('P2').rate / block('pgbench').rate },
];
