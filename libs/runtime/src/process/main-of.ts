import { LogUnavailableError } from '@salvatempo/messaging';
import { StoreRefusedError, StoreUnavailableError } from '@salvatempo/store';
import { ConfigError, processConfig, type Config } from '../config/config';

const SAID = [ConfigError, StoreRefusedError, StoreUnavailableError, LogUnavailableError];

/** What the person who starts it can do something about is one sentence; anything else shows where it came from. */
function reasonOf(error: Error & { code?: string }): string {
  if (SAID.some((kind) => error instanceof kind)) return error.message;
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return `PORT, HOST: ${error.message}. Take another PORT; 0 takes any that is free.`;
  return error.stack ?? String(error);
}

/** Runs a process with its configuration until it is over, and says on stderr why it couldn't. */
export async function mainOf(run: (config: Config) => Promise<void>): Promise<void> {
  try {
    await run(processConfig());
  } catch (error) {
    process.stderr.write(`${reasonOf(error as Error & { code?: string })}\n`);
    process.exitCode = 1;
  }
}
