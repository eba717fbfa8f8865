/** Milliseconds of the machine's monotonic clock: the same for all processes, unlike `performance.now()`. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1_000_000;

/** Waits for a probe to be true, looking every few milliseconds. Throws Error after `withinMs`. */
export async function until(probe: () => boolean, what: string, withinMs: number): Promise<void> {
  for (const endMs = performance.now() + withinMs; !probe(); ) {
    if (performance.now() > endMs) throw new Error(`${withinMs} ms were not enough for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
