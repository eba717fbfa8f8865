import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accessCodeRefused } from '@salvatempo/contracts';
import { Authenticator, decided, ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { person, type Person } from '../domain/person';
import { AttemptLimiter, tooMany } from '../limit-attempts/attempts.limiter';
import type { SetPassword } from './set-password.decider';

/** 10 characters of Crockford's base 32 are 50 bits: at 5 guesses a quarter of an hour nobody lives to guess one. */
const CODE_LENGTH = 10;

/** The text of a person's code of a round; for the firm's sheet and the reset mail. */
export const accessCodeOf = (keys: TerritoryKeys, personId: string, round: number): string => keys.code('access-code', `${personId}:${round}`, CODE_LENGTH);

/** As typed: spaces and dashes don't count, and the letters that Crockford leaves out are read as the digits they look like. */
const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

export interface NewPassword {
  readonly code: string;
  readonly password: string;
  readonly email?: string;
}

/** Lets people set a password by a one-time code. */
@Injectable()
export class AccessCodes {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(AttemptLimiter) private readonly limiter: AttemptLimiter,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  /** Throws ProblemError `access-code-refused` (also where there is no such person) or `too-many-attempts`. */
  async use(personId: string, { code, password, email }: NewPassword, ip: string, cause: Cause): Promise<void> {
    this.limiter.allow('access-code', ip);
    const typed = normaliseCode(code);
    const now = this.ports.ambient.clock.now();
    // Another code under the same key is another attempt, and nobody must learn the first one's fate by it.
    const attempt: Cause = { ...cause, id: this.ports.keys.code('access-attempt', `${cause.id}:${typed}`, 26) };
    const outcome = (await this.persons.earlier(personId, attempt)) ?? (await this.attempt(personId, typed, password, email, attempt));
    if (outcome.kind === 'refused') this.limiter.count('access-code', ip);
    if (outcome.kind === 'refused' && outcome.state.codeFailures && outcome.refusal.code === 'too-many-attempts') throw tooMany(outcome.state.codeFailures.until, now);
    const { events } = decided(outcome);
    if (events.some(({ type }) => type === accessCodeRefused.type)) {
      this.limiter.count('access-code', ip);
      throw new ProblemError('access-code-refused');
    }
    this.authenticator.forget(personId);
  }

  private async attempt(personId: string, typed: string, password: string, email: string | undefined, cause: Cause): ReturnType<AggregateRunner<Person>['execute']> {
    const { keys, hasher } = this.ports;
    const found = await this.persons.load(personId);
    const round = found?.state.code?.round ?? 0;
    const isRight = round > 0 && sameText(typed, accessCodeOf(keys, personId, round));
    const data: SetPassword = isRight ? { round, right: { passwordHash: await hasher.hash(password), ...(email === undefined ? {} : { email }) } } : { round };
    return this.persons.execute(personId, { type: 'set-password', data }, cause);
  }
}

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
