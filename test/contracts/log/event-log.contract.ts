import { deliveryCases } from './delivery-cases';
import { LogFixture, type NewLogPlace } from './log-place';
import { progressCases } from './progress-cases';
import { retryCases } from './retry-cases';

/**
 * What every event log must do alike: at least once, in order for each key within a topic, each group on its own. An adapter
 * passes in how a place of its own is made, and how a process on it dies.
 */
export function eventLogContract(name: string, newPlace: NewLogPlace, more: (fixture: LogFixture) => void = () => undefined): void {
  describe(`the event log on ${name}`, () => {
    const fixture = new LogFixture(newPlace);
    describe('deliveries', () => deliveryCases(fixture));
    describe('progress', () => progressCases(fixture));
    describe('retries', () => retryCases(fixture));
    more(fixture);
  });
}
