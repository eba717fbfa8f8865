import type { Target } from '../measure/figures';

/** What one process may take until another part of it shows a change, in milliseconds (proof, P7). */
const EMBEDDED_P99_MS = 5;

export const LOG_TARGETS: readonly Target[] = [
  { id: 'P7', arm: 'P7', against: 'L3.seen p50', target: 1.5, direction: 'at-most', needs: ['P7', 'L3.seen'], ratio: (block) => block('P7').p50Ms! / block('L3.seen').p50Ms! },
  { id: 'P7.p99', arm: 'P7', against: 'L3.seen p99', target: 2, direction: 'at-most', needs: ['P7', 'L3.seen'], ratio: (block) => block('P7').p99Ms! / block('L3.seen').p99Ms! },
  { id: 'P7.embedded', arm: 'P7.embedded', against: '5 ms, its p99', target: 1, direction: 'at-most', needs: ['P7.embedded'], ratio: (block) => block('P7.embedded').p99Ms! / EMBEDDED_P99_MS },
  { id: 'P8', arm: 'P8', against: 'L3.consume', target: 0.3, direction: 'at-least', needs: ['P8', 'L3.consume'], ratio: (block) => block('P8').rate / block('L3.consume').rate },
  { id: 'P8.relay', arm: 'P8.relay', against: 'L3.produce', target: 0.85, direction: 'at-least', needs: ['P8.relay', 'L3.produce'], ratio: (block) => block('P8.relay').rate / block('L3.produce').rate },
];
