import { realMs as wait, settled as turn } from '@salvatempo/testing';
import { DONE, LogUnavailableError, type Delivery, type LogRecord } from '../event-log';
import { noLogFaults } from './log-faults';
import { SimulatedBroker, partitionOf } from './simulated-broker';
import { SimulatedEventLog } from './simulated-event-log';

const record = (key: string, value: string) => ({ topic: 'test.events', key, value });

describe('the simulated event log', () => {
  it('delivers in order per key, and goes on where the progress stands', async () => {
    const broker = new SimulatedBroker();
    const seen: string[] = [];
    const handle = (delivery: Delivery) => Promise.resolve(seen.push(delivery.value)).then(() => DONE);
    const first = new SimulatedEventLog(broker, { wait });
    await first.subscribe('test.reader', ['test.events'], handle);
    await first.publish([record('a', '1'), record('a', '2')]);
    await turn();
    expect(seen).toEqual(['1', '2']);
    await first.close();
    const second = new SimulatedEventLog(broker, { wait });
    await second.publish([record('a', '3')]);
    const subscription = await second.subscribe('test.reader', ['test.events'], handle);
    await turn();
    expect(seen).toEqual(['1', '2', '3']);
    expect(await subscription.lag()).toBe(0);
  });

  it('delivers again what was not done, after the time it was asked to wait', async () => {
    const log = new SimulatedEventLog(new SimulatedBroker(), { wait });
    const verdicts = [{ kind: 'retry', afterMs: 1 }, DONE] as const;
    let tries = 0;
    await log.subscribe('test.reader', ['test.events'], () => Promise.resolve(verdicts[tries++]!));
    await log.publish([record('a', '1')]);
    await wait(20);
    expect(tries).toBe(2);
    await log.close();
  });

  it('waits for the handler in flight when it closes, and stores its progress', async () => {
    const broker = new SimulatedBroker();
    const log = new SimulatedEventLog(broker, { wait });
    let finish = (): void => undefined;
    await log.subscribe('test.reader', ['test.events'], () => new Promise((resolve) => (finish = () => resolve(DONE))));
    await log.publish([record('a', '1')]);
    await turn();
    const closed = log.close();
    finish();
    await closed;
    expect(broker.progressOf('test.reader', { topic: 'test.events', partition: partitionOf('a') })).toBe(1);
  });

  it('can go back to the stored progress, as after a rebalance', async () => {
    let again = true;
    const redelivers = () => again && !(again = false);
    const log = new SimulatedEventLog(new SimulatedBroker(), {
      wait,
      faults: { ...noLogFaults, redelivers },
      schedule: slowProgress(),
    });
    const seen: string[] = [];
    await log.subscribe('test.reader', ['test.events'], (delivery) =>
      Promise.resolve(seen.push(delivery.value)).then(() => DONE),
    );
    await log.publish([record('a', '1'), record('a', '2')]);
    await wait(50);
    expect(seen).toEqual(['1', '1', '2']);
  });

  it('shares the partitions among the processes of a group, and gives them to those left when one dies', async () => {
    const broker = new SimulatedBroker();
    const seen: Record<string, string[]> = { a: [], b: [] };
    const read = async (name: string) => {
      const log = new SimulatedEventLog(broker, { wait });
      await log.subscribe('test.reader', ['test.events'], ({ value }) =>
        Promise.resolve(seen[name]!.push(value)).then(() => DONE),
      );
      return log;
    };
    const [first, second] = [await read('a'), await read('b')];
    await first.publish(Array.from({ length: 40 }, (_, n) => record(`key ${n}`, String(n))));
    await wait(5);
    expect([...seen.a!, ...seen.b!].map(Number).sort((x, y) => x - y)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(Math.min(seen.a!.length, seen.b!.length)).toBeGreaterThan(5);
    second.crash();
    const before = seen.a!.length;
    await first.publish(Array.from({ length: 40 }, (_, n) => record(`key ${n}`, `again ${n}`)));
    await wait(5);
    expect(seen.a!.length).toBe(before + 40);
  });

  it('can append a part of a batch and say that it failed', async () => {
    const arrival = (records: readonly LogRecord[]) => ({ appended: records.slice(0, 1), failed: true });
    const log = new SimulatedEventLog(new SimulatedBroker(), { wait, faults: { ...noLogFaults, arrival } });
    await expect(log.publish([record('a', '1'), record('a', '2')])).rejects.toThrow(LogUnavailableError);
    expect((await log.read('test.events', undefined, 10)).map(({ value }) => value)).toEqual(['1']);
  });

  it('is unreachable on demand', async () => {
    const broker = new SimulatedBroker();
    const log = new SimulatedEventLog(broker, { wait });
    broker.down = true;
    await expect(log.publish([record('a', '1')])).rejects.toThrow(LogUnavailableError);
    broker.down = false;
    await log.publish([record('a', '1')]);
    expect(await log.read('test.events', undefined, 10)).toHaveLength(1);
  });
});

/** Everything happens soon, but storing a progress takes a while. */
function slowProgress() {
  return {
    perform: async <T>(label: string, run: () => T): Promise<T> => {
      await wait(label === 'log.progress' ? 10 : 0);
      return run();
    },
  };
}
