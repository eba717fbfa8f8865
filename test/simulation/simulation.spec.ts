import { NOTHING_PLANTED } from './bugs/plant';
import { hunt } from './bugs/hunt';
import { expectedRefusals, expectedStates } from './run/expected-coverage';
import { Simulation } from './run/simulation';

jest.setTimeout(5 * 60_000);

const run = (seed: string, steps: number) => new Simulation({ seed, steps, plant: NOTHING_PLANTED }).run();

describe('the simulation of the whole product', () => {
  it('finds nothing in three thousand steps, and the same seed repeats them exactly', async () => {
    const first = await run('1', 3_000);
    expect(first.findings).toEqual([]);
    expect(first.faults).toBeGreaterThan(300);
    const second = await run('1', 3_000);
    expect(second.digest).toBe(first.digest);
    // Far below the thousand times real time that are promised, since this machine may be busy with other tests.
    expect(first.simulatedMs).toBeGreaterThan(3_600_000);
  });

  it('goes another way for another seed', async () => {
    const [one, other] = [await run('2', 200), await run('3', 200)];
    expect(one.digest).not.toBe(other.digest);
    expect([...one.findings, ...other.findings]).toEqual([]);
  });

  it('finds a bug that is planted', async () => {
    const found = await hunt('publish-before-commit', 1, 1_000);
    expect(found).toMatchObject({ rule: 'published-is-committed' });
  });
});

describe('what a long run must reach', () => {
  it('is read from the code: refusals of deciders and states of documents', () => {
    expect(expectedRefusals()).toEqual(
      expect.arrayContaining(['vouchers: voucher-already-redeemed', 'programmes: budget-exhausted']),
    );
    expect(expectedStates()).toEqual(
      expect.arrayContaining(['marketplace: settled', 'vouchers: expired', 'identity: dropped']),
    );
    expect(expectedStates().join()).not.toContain('absent');
  });
});
