import { addMs, DAY_MS, derivedId, MINUTE_MS, type Instant } from '@salvatempo/kernel';
import { AggregateRunner, collectionOf, hashOf, OutboxRelay, SimulatedBroker, SimulatedEventLog, type Cause } from '@salvatempo/messaging';
import { DocumentTooLargeError, NewerSchemaError, type Store } from '@salvatempo/store';
import { HandClock, memoryAmbient, realMs } from '@salvatempo/testing';
import { PlaceFixture, type NewPlace } from '../store/store-place';
import { accountAggregate, totalCents, type Account } from './account';

const ID = derivedId('acc', 'one');
const COLLECTION = collectionOf(accountAggregate);
const MAX_BYTES = 65_536;

/** What every store must carry of the aggregates that are decided on it: the promises of architecture 4, kept for long. */
export function aggregateContract(name: string, newPlace: NewPlace): void {
  describe(`aggregates on ${name}`, () => {
    const fixture = new PlaceFixture(newPlace);
    const clock = new HandClock();
    const ambient = memoryAmbient(clock);
    let relay: OutboxRelay;
    let runner: AggregateRunner<Account>;

    const runnerOn = (store: Store, aggregate = accountAggregate) =>
      new AggregateRunner(aggregate, { store, ambient, listener: { committed: (_service, ref, messages) => relay.offer(ref, messages) } });
    const cause = (id: string, time: Instant = clock.now()): Cause => ({ id, time, correlationId: 'test', tenantId: 't' });
    const tell = (id: string, type: string, data: object, time?: Instant) => runner.execute(ID, { type, data }, cause(id, time));
    const credit = (id: string, amountCents = 1) => tell(id, 'credit', { amountCents });
    const account = async () => (await runner.load(ID))!;

    beforeEach(() => {
      const log = new SimulatedEventLog(new SimulatedBroker(), { wait: realMs });
      relay = new OutboxRelay({ store: fixture.store, log, ambient });
      relay.start();
      runner = runnerOn(fixture.store);
    });
    afterEach(() => relay.stop());

    /** `count` commands, so many at once that they are decided in few writes; each a millisecond later than the one before. */
    async function credits(count: number): Promise<void> {
      for (let n = 0; n < count; n += 1_280) {
        const some = Array.from({ length: Math.min(1_280, count - n) }, (_, k) => `credit-${n + k}`);
        await Promise.all(some.map((id) => (clock.pass(1), credit(id))));
      }
    }

    it('takes no second effect of a message that comes again after 10,000 others', async () => {
      const sent = clock.now();
      const first = await credit('first', 500);
      await credits(10_000);
      await relay.flush();
      const before = await account();
      for (const again of [runner, runnerOn(fixture.store)]) {
        runner = again;
        const outcome = await tell('first', 'credit', { amountCents: 500 }, sent);
        expect(outcome).toMatchObject({ kind: 'repeated', events: first.kind === 'done' ? first.events : [] });
      }
      expect(await account()).toEqual(before);
      expect(before.state.freeCents).toBe(10_500);
    }, 60_000);

    it('pays a pinned hold by a confirmation that comes a day after its expiry', async () => {
      await credit('c', 100);
      for (const holdId of ['pinned', 'left']) await tell(`hold ${holdId}`, 'hold', { holdId, amountCents: 40, expiresAt: addMs(clock.now(), MINUTE_MS) });
      await tell('pin', 'pin', { holdId: 'pinned' });
      expect(await fixture.store.documents.nextDeadline()).toBe(addMs(clock.now(), MINUTE_MS));
      clock.pass(DAY_MS);
      await tell('pass', 'pass-deadline', {});
      expect(await tell('pay left', 'pay', { holdId: 'left' })).toMatchObject({ kind: 'refused', refusal: { code: 'hold-over' } });
      expect(await tell('pay pinned', 'pay', { holdId: 'pinned' })).toMatchObject({ kind: 'done' });
      expect((await account()).state).toEqual({ freeCents: 60, paidCents: 40, holds: [] });
      expect(await fixture.store.documents.nextDeadline()).toBeUndefined();
    });

    it('stays under 64 KB over 100,000 operations, with a chain that no link is missing of', async () => {
      await credits(100_000 - 2);
      await tell('hold', 'hold', { holdId: 'h', amountCents: 40, expiresAt: addMs(clock.now(), MINUTE_MS) });
      await tell('pay', 'pay', { holdId: 'h' });
      await relay.flush();
      const stored = (await fixture.store.documents.load(COLLECTION, ID))!;
      expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(MAX_BYTES);
      expect(stored.outbox).toEqual([]);
      expect(totalCents(stored.state as never)).toBe(100_000 - 2);
      let hash = '';
      let sequence = 0;
      for (;;) {
        const page = await fixture.store.journal.history({ collection: COLLECTION, id: ID }, sequence, 1_000);
        for (const { body } of page) {
          expect((JSON.parse(body) as { previoushash?: string }).previoushash ?? '').toBe(hash);
          hash = hashOf(body);
        }
        if (page.length === 0) break;
        sequence = page.at(-1)!.sequence!;
      }
      expect({ sequence, hash }).toEqual(stored.head);
      expect(sequence).toBe(100_000);
    }, 120_000);

    it('refuses an event above the limit, with nothing written', async () => {
      await credit('c', 100);
      const tooLarge = tell('large', 'hold', { holdId: 'x'.repeat(300_000), amountCents: 1, expiresAt: clock.now() });
      await expect(tooLarge).rejects.toThrow(DocumentTooLargeError);
      expect(await account()).toMatchObject({ version: 1, state: { holds: [] } });
      expect(await credit('d', 1)).toMatchObject({ kind: 'done', version: 2 });
    });

    it('leaves a document of a newer program alone', async () => {
      await runnerOn(fixture.store, { ...accountAggregate, schema: 7 }).execute(ID, { type: 'credit', data: { amountCents: 5 } }, cause('a'));
      const before = await fixture.store.documents.load(COLLECTION, ID);
      await expect(credit('b')).rejects.toThrow(NewerSchemaError);
      await expect(runner.load(ID)).rejects.toThrow(NewerSchemaError);
      expect({ ...(await fixture.store.documents.load(COLLECTION, ID)), outbox: [] }).toEqual({ ...before, outbox: [] });
    });

    it('sells a stock of 10 to 10 of 64 clients, 1,000 times, from several processes where the store admits them', async () => {
      while (fixture.place.secondOpener === 'shared' && fixture.openStores.length < 4) await fixture.openAnother();
      const runners = fixture.openStores.map((store) => runnerOn(store));
      const wrong: unknown[] = [];
      for (let round = 0; round < 1_000; round++) {
        const id = derivedId('acc', `stock ${round}`);
        await runners[0]!.execute(id, { type: 'credit', data: { amountCents: 10 } }, cause(`stock ${round}`));
        const hold = (n: number) => ({ type: 'hold', data: { holdId: String(n), amountCents: 1, expiresAt: addMs(clock.now(), DAY_MS) } });
        const buy = (n: number) => runners[n % runners.length]!.execute(id, hold(n), cause(`${round}/${n}`));
        const outcomes = await Promise.all(Array.from({ length: 64 }, (_, n) => buy(n)));
        const winners = outcomes.filter(({ kind }) => kind === 'done').length;
        const { freeCents, holds } = (await runners[0]!.load(id))!.state;
        if (winners !== 10 || freeCents !== 0 || holds.length !== 10) wrong.push({ round, winners, freeCents, holds });
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  });
}
