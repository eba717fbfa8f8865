import type { Arm } from '../measure/arm';
import { threadSeconds } from '../measure/proc';
import type { Figure } from '../measure/figures';
import type { HotFunction } from '../product/profile';

const TIMES = { warmMs: 300, ms: 1_500 };

/** Runs the arm of a missed figure once more with a profiler, and says what it waits for and what the time goes into. */
export async function explainMiss({ id, ratio, target, against }: Figure, arm: Arm): Promise<string> {
  const profiled = arm.profiled!;
  const { pid } = profiled;
  const before = threadSeconds(pid);
  const startMs = performance.now();
  await profiled.call('startProfile');
  await arm.work(TIMES);
  const hot = await profiled.call<readonly HotFunction[]>('stopProfile');
  const elapsedS = (performance.now() - startMs) / 1_000;
  const busy = [...threadSeconds(pid)].map(([tid, seconds]) => ({ tid, share: (seconds - (before.get(tid) ?? 0)) / elapsedS }));
  const main = busy.find(({ tid }) => tid === pid)!.share;
  const writer = Math.max(...busy.filter(({ tid }) => tid !== pid).map(({ share }) => share));
  await arm.settle?.();
  const percent = (share: number): string => `${(share * 100).toFixed(0)}%`;
  const lines = hot.map(({ name, place, share }) => `    ${percent(share).padStart(4)}  ${name}  ${place}`);
  return [
    `${id} is ${ratio.toFixed(3)} of ${against}, its target ${target}: in an arm of ${arm.id} the event loop's thread was busy ${percent(main)} of the time, the busiest other thread ${percent(writer)}.`,
    '  The event loop spent its time in:',
    ...lines,
  ].join('\n');
}
