import { together, type Measured } from './arm';

const turn = (figures: Partial<Measured>): Measured => ({ rate: 100, answered: 100, cpuUs: 10, ...figures });

describe('the turns of a block together', () => {
  it('has the mean of the rates and of the percentiles', () => {
    expect(together([turn({ rate: 100, p50Ms: 1, p99Ms: 4 }), turn({ rate: 200, p50Ms: 2, p99Ms: 10 })])).toMatchObject({ rate: 150, p50Ms: 1.5, p99Ms: 7 });
  });

  it('has the processor time of an operation, however many a turn had', () => {
    expect(together([turn({ answered: 100, cpuUs: 10 }), turn({ answered: 300, cpuUs: 30 })])).toMatchObject({ answered: 400, cpuUs: 25 });
  });

  it('has no percentiles where a probe has none', () => {
    expect(together([turn({}), turn({})])).not.toHaveProperty('p99Ms');
  });
});
