import * as fc from 'fast-check';
import { addMs, DAY_MS, instantOf, shiftedBy } from './instant';

const instants = fc.integer({ min: 0, max: 4_102_444_799_999 }).map(instantOf);

describe('an instant shifted by always the same', () => {
  it('is what adding gives, for instants that come again and for others', () => {
    const shifted = shiftedBy(-DAY_MS);
    fc.assert(fc.property(fc.array(fc.tuple(instants, fc.integer({ min: 1, max: 3 }))), (runs) => {
      for (const [instant, times] of runs) for (let time = 0; time < times; time++) expect(shifted(instant)).toBe(addMs(instant, -DAY_MS));
    }));
  });
});
