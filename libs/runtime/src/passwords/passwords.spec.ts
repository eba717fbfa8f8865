import { argon2Hasher } from './argon2-hasher';
import { TurnQueue } from './turn-queue';

describe('the password hasher', () => {
  it('makes argon2id of 19 MiB and two passes, and knows the password again', async () => {
    const hasher = argon2Hasher();
    const stored = await hasher.hash('una frase qualunque');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored, 'una frase qualunque')).toBe(true);
    expect(await hasher.verify(stored, 'un’altra frase')).toBe(false);
    expect(await hasher.verify(await hasher.hash('perch\u00e9 no'), 'perche\u0301 no')).toBe(true);
  });
});

describe('the queue before it', () => {
  it('runs two at once, the others in order, and refuses those above its bound', async () => {
    const queue = new TurnQueue(2, 2);
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((end) => ends.push(end));
      running -= 1;
    };
    const taken = [queue.take(work), queue.take(work), queue.take(work), queue.take(work)];
    await expect(queue.take(work)).rejects.toMatchObject({ code: 'try-later' });
    while (ends.length > 0) {
      ends.shift()!();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(taken);
    expect(most).toBe(2);
  });

  it('goes on after work that failed', async () => {
    const queue = new TurnQueue(1, 5);
    await expect(queue.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
