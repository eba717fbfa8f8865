import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for every program to read. */
const TICKS_PER_S = 100;

function secondsOf(stat: string): number {
  // The name may hold blanks and brackets; user and system time are the 14th and 15th fields, the name the second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

/** Processor time of a process with all of its threads so far, in seconds. */
export const cpuSeconds = (pid: number): number => secondsOf(readFileSync(`/proc/${pid}/stat`, 'latin1'));

/** Processor time of each thread so far, in seconds, by thread id; the main thread's is the process id. */
export function threadSeconds(pid: number): ReadonlyMap<number, number> {
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  return new Map(threads.map((tid) => [tid, secondsOf(readFileSync(`/proc/${pid}/task/${tid}/stat`, 'latin1'))]));
}
