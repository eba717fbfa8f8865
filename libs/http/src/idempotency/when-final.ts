import type { AggregateRunner } from '@salvatempo/messaging';
import type { Answer } from './answer';

/** The `whenFinal` of an answer that begins a process: reads it until it is final, and answers 200 with how it ended. */
export const whenFinal =
  <S, F extends S, B extends object>(runner: AggregateRunner<S>, id: string, isFinal: (state: S) => state is F, view: (state: F) => B) =>
  async (withinMs: number): Promise<Answer<B> | undefined> => {
    const found = await runner.final(id, isFinal, withinMs);
    return found && { status: 200, body: view(found.state), position: `${id}:${found.sequence}` };
  };
