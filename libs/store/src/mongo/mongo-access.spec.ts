import { mongo } from 'mongoose';
import { StoreUnavailableError } from '../ports';
import { MongoAccess } from './mongo-access';

const answer = (code: number): mongo.MongoServerError => new mongo.MongoServerError({ message: `code ${code}`, code });
const DEADLOCK = 16908292;

/** Fails with these one after the other, then succeeds. */
function failing(...errors: readonly Error[]): { action: () => Promise<string>; tries: () => number } {
  let tries = 0;
  const action = async (): Promise<string> => {
    const error = errors[tries++];
    if (error) throw error;
    return 'done';
  };
  return { action, tries: () => tries };
}

describe('the way to the server', () => {
  it('tries again where two writers of one index waited for each other, and says nothing of it', async () => {
    const { action, tries } = failing(answer(DEADLOCK), answer(DEADLOCK), answer(DEADLOCK));
    expect(await new MongoAccess().run(action)).toBe('done');
    expect(tries()).toBe(4);
  });

  it('lets the duplicate that comes out of it through', async () => {
    const { action } = failing(answer(DEADLOCK), answer(11000));
    await expect(new MongoAccess().run(action)).rejects.toMatchObject({ code: 11000 });
  });

  it('gives up some time, and then nothing is known', async () => {
    const { action, tries } = failing(...Array.from({ length: 1_000 }, () => answer(DEADLOCK)));
    await expect(new MongoAccess().run(action)).rejects.toThrow(StoreUnavailableError);
    expect(tries()).toBeLessThan(100);
  });

  it('never writes again what was cut off: its outcome is unknown', async () => {
    const { action, tries } = failing(new mongo.MongoNetworkError('cut off'), new mongo.MongoNetworkError('cut off'));
    await expect(new MongoAccess().run(action)).rejects.toThrow(StoreUnavailableError);
    expect(tries()).toBe(1);
  });
});
