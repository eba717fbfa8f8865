import type { Instant } from './instant';
import type { Json, JsonObject } from './json';

/** Something that happened to an aggregate. `type` is the message's full name, e.g. `vouchers.voucher-redeemed.v1`. */
export interface DomainEvent<D extends object = object> {
  readonly type: string;
  readonly data: Readonly<D>;
}

/** A request to an aggregate of another service, sent through the outbox of the one that decides it. */
export interface OutgoingCommand<D extends object = object> {
  readonly type: string;
  /** Id of the aggregate that is asked; also the partition key. */
  readonly to: string;
  readonly data: Readonly<D>;
}

/** A business rule said no. `code` is stable and published; `params` fill its text (never personal data). */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Accepted {
  readonly ok: true;
  readonly events: readonly DomainEvent[];
  readonly commands?: readonly OutgoingCommand[];
  /** Personal data kept in the document beside the state; never in an event. Undefined leaves it as it is. Without an event it is written all the same. */
  readonly personal?: JsonObject;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export type Decision = Accepted | Refused;

/** Facts about the decision itself. `id` is the aggregate's, `at` the injected clock's time of deciding. */
export interface DecisionContext {
  readonly id: string;
  readonly at: Instant;
  /** Personal data stored beside the state, for the few rules that need it. */
  readonly personal?: JsonObject;
}

export interface Command<D extends object = object> {
  readonly type: string;
  readonly data: Readonly<D>;
}

/**
 * One use case of an aggregate, pure: how its command is decided and how its events change the state.
 * `decide` and `evolve` read no clock, draw no chance and call nothing.
 */
export interface Slice<S> {
  /** The command's name: short for one that comes by HTTP (`redeem-voucher`), a message type for one that comes by message. */
  readonly command: string;
  decide(data: never, state: S, context: DecisionContext): Decision;
  readonly evolve?: Readonly<Record<string, (state: S, data: never) => S>>;
}

/** Types a slice: the command's data are checked here, and forgotten by the list of slices. */
export function slice<S, C extends object>(definition: {
  readonly command: string;
  decide(data: Readonly<C>, state: S, context: DecisionContext): Decision;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event has its own shape; contracts validate it
  readonly evolve?: Readonly<Record<string, (state: S, data: any) => S>>;
}): Slice<S> {
  return definition;
}

export const accept = (...events: readonly DomainEvent[]): Accepted => ({ ok: true, events });
export const refuse = (code: string, params?: Refusal['params']): Refused => ({
  ok: false,
  refusal: params === undefined ? { code } : { code, params },
});
/** Keeps something beside the state and tells nobody: no event, no message, no entry of the inbox, so that a decider of this kind has to know a repeat itself. */
export const keepAside = (personal: JsonObject): Accepted => ({ ok: true, events: [], personal });
/** Nothing to do: what was asked already holds. */
export const NOTHING: Accepted = { ok: true, events: [] };

/** A kind of aggregate or process: one document, made of slices. */
export interface Aggregate<S> {
  /** Owning service, e.g. `vouchers`. */
  readonly service: string;
  /** Collection name within the service, e.g. `voucher`. */
  readonly name: string;
  /** Prefix of its ids, e.g. `vou`. */
  readonly prefix: string;
  /** Version of the state's shape that this code writes; readers upcast older ones. */
  readonly schema: number;
  readonly initial: S;
  readonly slices: readonly Slice<S>[];
  /** When the document wants to be woken, undefined for never. Then it is sent the command `pass-deadline`. */
  readonly deadline?: (state: S) => Instant | undefined;
  /** Turns a state of an older schema into today's. */
  readonly upcast?: (state: Json, schema: number) => S;
}

/** The command that a due document is sent by the deadline watcher; its data are `{deadlineAt}`. */
export const PASS_DEADLINE = 'pass-deadline';

/** Decides one command. Throws for a command that no slice knows: a programming error, never an input's. */
export function decide<S>(aggregate: Aggregate<S>, command: Command, state: S, context: DecisionContext): Decision {
  const found = aggregate.slices.find((candidate) => candidate.command === command.type);
  if (!found) throw new Error(`${aggregate.service}.${aggregate.name} knows no command ${command.type}`);
  return found.decide(command.data as never, state, context);
}

/** Applies one event; an event without an entry leaves the state as it is. */
export function evolve<S>(aggregate: Aggregate<S>, state: S, event: DomainEvent): S {
  for (const candidate of aggregate.slices) {
    const apply = candidate.evolve?.[event.type];
    if (apply) return apply(state, event.data as never);
  }
  return state;
}
