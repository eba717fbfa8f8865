import type { Timers } from '@salvatempo/kernel';

/** Timers of the real world, for tests that run in real time. They don't keep the process alive. */
export const realTimers: Timers = {
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs).unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Resolves after so many real milliseconds. Prefer `eventually`: it says what it waits for. */
export const realMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
