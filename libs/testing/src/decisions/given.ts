import { deepStrictEqual } from 'node:assert/strict';
import {
  assertStorable,
  decide,
  evolve,
  type Aggregate,
  type Command,
  type Decision,
  type DecisionContext,
  type DomainEvent,
  type OutgoingCommand,
  type Refusal,
} from '@salvatempo/kernel';

/** What a decision should be: its events; or its events, commands and personal data; or the refusal. */
export type Expectation =
  | readonly DomainEvent[]
  | {
      readonly events: readonly DomainEvent[];
      readonly commands?: readonly OutgoingCommand[];
      readonly personal?: object;
    }
  | Refusal;

/** A decision that was taken, to be compared. */
export class DecidedCase<S> {
  constructor(
    /** For what a comparison of the whole can't say. */
    readonly decision: Decision,
    /** The state after the decision's events; the one before for a refusal. */
    readonly state: S,
  ) {}

  /** Compares. Commands and personal data are compared where the expectation names them. Throws AssertionError. */
  then(expected: Expectation): void {
    deepStrictEqual(plain(this.seenAs(expected)), plain(expected));
  }

  /** Compares the state after the decision, whole or by some of its fields. Throws AssertionError. */
  thenState(expected: Partial<S>): void {
    const fields = Object.keys(expected as object) as (keyof S)[];
    deepStrictEqual(plain(Object.fromEntries(fields.map((field) => [field, this.state[field]]))), plain(expected));
  }

  private seenAs(expected: Expectation): unknown {
    const { decision } = this;
    if (!decision.ok) return decision.refusal;
    if (Array.isArray(expected) || !('events' in expected)) return decision.events;
    return {
      events: decision.events,
      ...('commands' in expected ? { commands: decision.commands ?? [] } : {}),
      ...('personal' in expected ? { personal: decision.personal } : {}),
    };
  }
}

/** An aggregate with a past. */
export class Given<S> {
  constructor(
    private readonly aggregate: Aggregate<S>,
    readonly state: S,
  ) {}

  /** Decides a command. `context` has an id of its own and a fixed time unless the rule looks at them. */
  when(command: Command, context: Partial<DecisionContext> = {}): DecidedCase<S> {
    const whole: DecisionContext = {
      id: `${this.aggregate.prefix}_00000000000000000000000000`,
      at: '2026-09-01T08:00:00.000Z',
      ...context,
    };
    const decision = decide(this.aggregate, command, this.state, whole);
    const state = decision.ok ? replay(this.aggregate, decision.events, this.state) : this.state;
    assertStorable(state, 'state');
    return new DecidedCase(decision, state);
  }
}

/** The state that events lead to. */
export const replay = <S>(aggregate: Aggregate<S>, events: readonly DomainEvent[], from: S = aggregate.initial): S =>
  events.reduce((state, event) => evolve(aggregate, state, event), from);

/** `given(aggregate, events).when(command, context).then(events | refusal)`: the test of a decider. */
export const given = <S>(aggregate: Aggregate<S>, events: readonly DomainEvent[] = []): Given<S> =>
  new Given(aggregate, replay(aggregate, events));

/** As the store would keep it: a property that is undefined isn't there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
