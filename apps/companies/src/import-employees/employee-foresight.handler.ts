import { decide, type Aggregate, type Command, type DecisionContext, type DomainEvent, type JsonObject, type Refusal } from '@salvatempo/kernel';
import type { Loaded } from '@salvatempo/messaging';

/** What a command would do, now. */
export interface Foreseen {
  readonly events: readonly DomainEvent[];
  readonly refusal?: Refusal;
}

/** Decides as the aggregate's runner would, and writes nothing. */
export function foresee<S>(aggregate: Aggregate<S>, command: Command, found: Loaded<S> | undefined, { id, at }: DecisionContext): Foreseen {
  const context = { id, at, ...(found?.personal && { personal: found.personal as JsonObject }) };
  const decision = decide(aggregate, command, found?.state ?? aggregate.initial, context);
  return decision.ok ? { events: decision.events } : { events: [], refusal: decision.refusal };
}
