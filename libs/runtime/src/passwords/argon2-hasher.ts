import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../ports';
import { TurnQueue } from './turn-queue';

/** OWASP's parameters for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More at once would take the memory and the cores that everything else needs. */
const AT_ONCE = 2;
/** Some three seconds of work on one core; who comes later is told to try again. */
const MAX_WAITING = 100;

/** An accent may be typed as one character or as two, depending on the machine. */
const asTyped = (password: string): string => password.normalize('NFKC');

/** argon2id, a few at a time. Both methods throw ProblemError `try-later` where too many wait already. */
export function argon2Hasher(): PasswordHasher {
  const turns = new TurnQueue(AT_ONCE, MAX_WAITING);
  return {
    hash: (password) => turns.take(() => hash(asTyped(password), PARAMETERS)),
    verify: (stored, password) => turns.take(() => verify(stored, asTyped(password))),
  };
}
