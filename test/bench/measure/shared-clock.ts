/** Milliseconds of the machine's monotonic clock: the same for all processes, unlike `performance.now()`. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1_000_000;
