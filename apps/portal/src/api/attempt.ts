import { useRef } from 'react';
import { Problem } from './problem';

/** 24 characters of chance; `crypto.randomUUID` would ask for a secure context, which a test network may not have. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Runs a change with one Idempotency-Key for each attempt: a retry after silence or a busy server sends the same key with the
 * same content, so that nothing happens twice; other content, or an answer, starts another attempt.
 */
export function useAttempt(): <T>(content: unknown, run: (key: string) => Promise<T>) => Promise<T> {
  const open = useRef<{ key: string; content: string } | undefined>(undefined);
  return async (content, run) => {
    const written = JSON.stringify(content ?? null);
    if (open.current?.content !== written) open.current = { key: freshKey(), content: written };
    try {
      const answer = await run(open.current.key);
      open.current = undefined;
      return answer;
    } catch (error) {
      const mayHaveHappened = !(error instanceof Problem) || error.status >= 500 || error.code === 'request-in-flight';
      if (!mayHaveHappened) open.current = undefined;
      throw error;
    }
  };
}
