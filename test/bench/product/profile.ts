import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';

/** Time that a function itself took, callees apart, on the main thread. */
export interface HotFunction {
  readonly name: string;
  /** File and line, from the repository; empty for what is inside of node or the collector. */
  readonly place: string;
  /** 0 to 1, of the time that wasn't idle. */
  readonly share: number;
}

const SHOWN = 15;
const EVERY_US = 500;
/** No work of the product. */
const NO_WORK = new Set(['(idle)', '(root)', '(program)']);

/** Watches what the main thread of this process spends its time on. */
export class Profile {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.setSamplingInterval', { interval: EVERY_US });
    await this.session.post('Profiler.start');
  }

  /** The functions with the most time of their own, most first. */
  async stop(): Promise<readonly HotFunction[]> {
    const { profile } = await this.session.post('Profiler.stop');
    this.session.disconnect();
    const times = new Map<number, number>();
    profile.samples!.forEach((node, i) => times.set(node, (times.get(node) ?? 0) + profile.timeDeltas![i]!));
    const byFunction = new Map<string, { name: string; place: string; us: number }>();
    // The profiler's own end, under whatever name the binary has for it.
    const profilers = new Set(profile.nodes.filter(({ callFrame }) => callFrame.url === 'node:inspector').flatMap(({ id, children }) => [id, ...(children ?? [])]));
    let busyUs = 0;
    for (const { id, callFrame } of profile.nodes) {
      const name = callFrame.functionName || '(anonymous)';
      if (NO_WORK.has(name) || profilers.has(id)) continue;
      const us = times.get(id) ?? 0;
      busyUs += us;
      const place = callFrame.url === '' ? '' : `${placeOf(callFrame.url)}:${callFrame.lineNumber + 1}`;
      const key = `${name} ${place}`;
      const known = byFunction.get(key) ?? { name, place, us: 0 };
      known.us += us;
      byFunction.set(key, known);
    }
    const hottest = [...byFunction.values()].sort((a, b) => b.us - a.us).slice(0, SHOWN);
    return hottest.map(({ name, place, us }) => ({ name, place, share: us / busyUs }));
  }
}

const placeOf = (url: string): string => (url.startsWith('file://') ? relative(process.cwd(), url.slice('file://'.length)) : url.startsWith('/') ? relative(process.cwd(), url) : url);
