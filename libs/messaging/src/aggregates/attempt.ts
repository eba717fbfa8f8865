import type { Envelope } from '@salvatempo/contracts';
import { decide, evolve, type Accepted, type Aggregate, type Instant, type JsonObject } from '@salvatempo/kernel';
import type { DocumentCommit, InboxEntry, PendingMessage } from '@salvatempo/store';
import type { Cause } from './cause';
import { remember } from './inbox';
import { MessageBuilder } from './message-builder';
import type { Outcome } from './outcome';
import { collectionOf, type Snapshot } from './snapshot';

/** A command that waits for its document. */
export interface Waiting<S> {
  readonly command: { readonly type: string; readonly data: object };
  readonly cause: Cause;
  readonly answer: (outcome: Outcome<S>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Several commands decided one after the other on one snapshot, to be made durable by one write. Nothing is answered
 * before that write, since what a later one saw holds only if it succeeds.
 */
export class Attempt<S> {
  private state: S;
  private personal: JsonObject | undefined;
  private readonly builder: MessageBuilder;
  private readonly pending: PendingMessage[] = [];
  private readonly entries: InboxEntry[] = [];
  private readonly answers: (() => void)[] = [];

  constructor(
    private readonly aggregate: Aggregate<S>,
    private readonly id: string,
    private readonly from: Snapshot<S>,
    private readonly at: Instant,
  ) {
    this.state = from.state;
    this.personal = from.personal;
    this.builder = new MessageBuilder({ service: aggregate.service, id, version: from.version + 1 }, from.head, at);
  }

  /** Something to write: messages, or what is kept beside the state alone. */
  get hasEffects(): boolean {
    return this.pending.length > 0 || this.personal !== this.from.personal;
  }

  get messages(): readonly PendingMessage[] {
    return this.pending;
  }

  /** Whether this cause was already taken in by this very attempt. */
  includes(cause: Cause): boolean {
    return this.entries.some((entry) => entry.id === cause.id);
  }

  take(waiting: Waiting<S>): void {
    const context = { id: this.id, at: this.at, ...(this.personal === undefined ? {} : { personal: this.personal }) };
    const decision = decide(this.aggregate, waiting.command, this.state, context);
    if (!decision.ok) {
      const { state } = this;
      this.answers.push(() => waiting.answer({ kind: 'refused', refusal: decision.refusal, state, version: this.from.version }));
      return;
    }
    const made = this.make(decision, waiting.cause);
    this.state = made.state;
    this.pending.push(...made.pending);
    if (decision.personal !== undefined) this.personal = decision.personal;
    if (made.envelopes.length > 0) this.entries.push({ id: waiting.cause.id, time: waiting.cause.time });
    const { state } = this;
    const sequence = this.builder.chain.sequence;
    this.answers.push(() =>
      waiting.answer({ kind: 'done', events: made.envelopes, state, version: this.from.version + (this.hasEffects ? 1 : 0), sequence }),
    );
  }

  /** The messages of one decision; on a throw the chain stands where it stood before. */
  private make(decision: Accepted, cause: Cause): { envelopes: Envelope[]; pending: PendingMessage[]; state: S } {
    const mark = this.builder.mark();
    try {
      let { state } = this;
      const made = decision.events.map((event) => this.builder.event(event, cause));
      const commands = (decision.commands ?? []).map((command) => this.builder.command(command, cause));
      for (const { envelope } of made) state = evolve(this.aggregate, state, { type: envelope.type, data: envelope.data });
      return { envelopes: made.map(({ envelope }) => envelope), pending: [...made.map(({ pending }) => pending), ...commands], state };
    } catch (error) {
      this.builder.backTo(mark);
      throw error;
    }
  }

  commit(): DocumentCommit {
    const deadlineAt = this.aggregate.deadline?.(this.state);
    return {
      collection: collectionOf(this.aggregate),
      id: this.id,
      expectedVersion: this.from.version,
      schema: this.aggregate.schema,
      head: this.builder.chain,
      state: this.state as never,
      ...(this.personal === undefined ? {} : { personal: this.personal }),
      ...remember(this.from.inbox, this.entries),
      messageIds: this.entries.map((entry) => entry.id),
      messages: this.pending,
      ...(deadlineAt === undefined ? {} : { deadlineAt }),
      at: this.at,
    };
  }

  /** The document after the commit. */
  after(): Snapshot<S> {
    return {
      version: this.from.version + 1,
      head: this.builder.chain,
      state: this.state,
      ...(this.personal === undefined ? {} : { personal: this.personal }),
      inbox: remember(this.from.inbox, this.entries),
    };
  }

  answerAll(): void {
    for (const answer of this.answers) answer();
  }
}
