import { absorbAidRegister, aidRegisterAbsorbed, undertakingLinkAwaited, undertakingLinkReached, undertakingLinkRequested, undertakingsLinked, type Envelope } from '@salvatempo/contracts';
import { decide, derivedId, evolve, type Aggregate, type Command, type DomainEvent, type OutgoingCommand } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { given } from '@salvatempo/testing';
import { aidRegister, aidRegisterIdOf, type AidRegister } from '../domain/aid-register';
import { undertakingLink, type UndertakingLink } from '../domain/undertaking-link';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import { linkUndertakingsSlice, noteLinkedSlice } from './link-undertakings.decider';
import { absorbRegisterSlice, mergeRegisterSlice, reachLinkSlice } from './merge-register.decider';
import { UndertakingLinksConsumer } from './undertaking-links.consumer';

const registers: Aggregate<AidRegister> = { ...aidRegister, slices: [mergeRegisterSlice, absorbRegisterSlice, reachLinkSlice] };
const links: Aggregate<UndertakingLink> = { ...undertakingLink, slices: [linkUndertakingsSlice, noteLinkedSlice] };
/** In the order of their registers. */
const [a, b, c] = ['one', 'two', 'three'].map((name) => derivedId('com', name)).sort((one, other) => (aidRegisterIdOf(one) < aidRegisterIdOf(other) ? -1 : 1)) as [string, string, string];
const linkIdOf = (n: number): string => derivedId('unl', String(n));

/** Documents of one kind, each command decided at once; what they send stays on its way until somebody takes it. */
class Documents<S> {
  readonly states = new Map<string, S>();
  readonly events: DomainEvent[] = [];
  readonly sent: OutgoingCommand[] = [];
  constructor(private readonly aggregate: Aggregate<S>) {}

  readonly runner = {
    load: (id: string) => Promise.resolve(this.states.has(id) ? { state: this.states.get(id)! } : undefined),
    execute: (id: string, command: Command) => {
      const state = this.states.get(id) ?? this.aggregate.initial;
      const decision = decide(this.aggregate, command, state, { id, at: '2026-11-26T10:00:00.000Z' });
      if (!decision.ok) return Promise.resolve({ kind: 'refused', refusal: decision.refusal });
      this.states.set(id, decision.events.reduce((before, event) => evolve(this.aggregate, before, event), state));
      this.events.push(...decision.events);
      this.sent.push(...(decision.commands ?? []));
      return Promise.resolve({ kind: 'decided', events: decision.events });
    },
  } as unknown as AggregateRunner<S>;
}

/** The two kinds of documents with the consumer between them. */
function world() {
  const [book, made] = [new Documents(registers), new Documents(links)];
  const consumer = new UndertakingLinksConsumer(made.runner, book.runner, new AidRegisters(book.runner));
  const envelope = (data: object): Envelope<never> => ({ id: 'x', data }) as unknown as Envelope<never>;
  return {
    book,
    request: async (n: number, ...firmIds: readonly string[]) => {
      const data = { linkId: linkIdOf(n), firmIds, reason: 'r' };
      await made.runner.execute(data.linkId, { type: 'link-undertakings', data }, {} as never);
      await consumer.requested(envelope(data));
    },
    /** Everything that is on its way, with the events about it that the consumer is told of. */
    arrive: async () => {
      for (let next = book.sent.shift(); next; next = book.sent.shift()) {
        const before = book.events.length;
        await book.runner.execute(next.to, next, {} as never);
        for (const { type, data } of book.events.slice(before)) {
          if (type === aidRegisterAbsorbed.type) await consumer.absorbed(envelope(data));
          if (type === undertakingLinkReached.type) await consumer.reached(envelope(data));
        }
      }
    },
    linked: () => made.events.filter(({ type }) => type === undertakingsLinked.type).map(({ data }) => data),
    requested: () => made.events.filter(({ type }) => type === undertakingLinkRequested.type).length,
  };
}

describe('a link of firms whose registers another link merges', () => {
  it('waits as long as it takes for what was given away, and is made when it is there', async () => {
    const { book, request, arrive, linked } = world();
    await request(1, a, b);
    await request(2, b, a);
    expect([book.sent.length, linked()]).toEqual([1, []]);
    await arrive();
    const registerId = aidRegisterIdOf(a);
    expect(linked()).toEqual([
      { linkId: linkIdOf(1), firmIds: [a, b], registerId },
      { linkId: linkIdOf(2), firmIds: [b, a], registerId },
    ]);
    expect(book.states.get(registerId)).not.toHaveProperty('waiting');
  });

  it('is made at once where everything is there', async () => {
    const { request, arrive, linked } = world();
    await request(1, a, b);
    await arrive();
    await request(2, a, b);
    await arrive();
    expect(linked()).toHaveLength(1);
  });

  it('goes on with the register that it waits in', async () => {
    const { book, request, arrive, linked } = world();
    await request(1, b, c);
    await request(2, c, b);
    await request(3, a, b);
    expect(book.states.get(aidRegisterIdOf(b))).toEqual({ status: 'merged', into: aidRegisterIdOf(a) });
    await arrive();
    expect(linked()).toHaveLength(3);
    expect(book.states.get(aidRegisterIdOf(a))).not.toHaveProperty('waiting');
  });
});

describe('a register in which a link waits', () => {
  const id = aidRegisterIdOf(a);
  const link = { linkId: linkIdOf(2), firmIds: [a, b] };
  const awaited = undertakingLinkAwaited.of({ registerId: id, ...link });
  const reached = undertakingLinkReached.of({ registerId: id, ...link });
  const reach = { type: 'reach-link', data: link };
  const contents = { linkId: linkIdOf(1), from: aidRegisterIdOf(b), firmIds: [b, a], rows: [], holds: [] };
  const absorbed = aidRegisterAbsorbed.of({ registerId: id, ...contents });
  const absorb = { type: absorbAidRegister.type, data: contents };

  it('remembers it once, and tells it when it has both firms', () => {
    given(registers).when(reach, { id }).then([awaited]);
    given(registers, [awaited]).when(reach, { id }).then([]);
    given(registers, [awaited]).when(absorb, { id }).then([absorbed, reached]);
    given(registers, [awaited, absorbed, reached]).when(absorb, { id }).then([]);
    given(registers, [absorbed]).when(reach, { id }).then([reached]);
  });

  it('goes on waiting while another firm’s aid comes', () => {
    const other = { ...contents, from: aidRegisterIdOf(c), firmIds: [c, a] };
    given(registers, [awaited]).when({ type: absorbAidRegister.type, data: other }, { id }).then([aidRegisterAbsorbed.of({ registerId: id, ...other })]);
  });

  it('takes over those that wait in what it takes in', () => {
    const with2 = { ...contents, firmIds: [b, a], waiting: [{ linkId: linkIdOf(3), firmIds: [b, c] }, link] };
    given(registers).when({ type: absorbAidRegister.type, data: with2 }, { id }).then([aidRegisterAbsorbed.of({ registerId: id, ...with2 }), reached]);
    given(registers).when({ type: absorbAidRegister.type, data: with2 }, { id }).thenState({ waiting: [with2.waiting[0]!] });
  });
});
