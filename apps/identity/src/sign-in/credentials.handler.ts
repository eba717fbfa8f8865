import { Inject, Injectable } from '@nestjs/common';
import { signInFailed } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { isBlocked } from '../domain/attempts';
import { person, personalDataOf, type Grant, type Person } from '../domain/person';
import { AttemptLimiter, tooMany } from '../limit-attempts/attempts.limiter';
import type { AttemptSignIn } from './attempt-sign-in.decider';
import { Logins } from './logins.handler';

/** Somebody who showed the right password. */
export interface Recognised {
  readonly personId: string;
  readonly passwordRound: number;
  readonly roles: readonly Grant[];
}

/** Compares passwords. */
@Injectable()
export class Credentials {
  private nobodysHash: Promise<string> | undefined;

  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(AttemptLimiter) private readonly limiter: AttemptLimiter,
  ) {}

  /** Throws ProblemError `sign-in-refused` (the same, and as slowly, for an unknown person) or `too-many-attempts`. */
  async recognise(username: string, password: string, ip: string, cause: Cause): Promise<Recognised> {
    this.limiter.allow('sign-in', ip);
    const personId = this.logins.personId(username);
    const found = await this.persons.load(personId);
    const { passwordRound, roles } = await this.attempt(personId, found, password, ip, cause);
    return { personId, passwordRound, roles };
  }

  private async attempt(personId: string, found: Awaited<ReturnType<AggregateRunner<Person>['load']>>, password: string, ip: string, cause: Cause): Promise<Person> {
    const state = found?.state ?? person.initial;
    const now = this.ports.ambient.clock.now();
    if (isBlocked(state.signInFailures, now)) throw tooMany(state.signInFailures!.until, now);
    const { passwordHash } = personalDataOf(found?.personal);
    if (passwordHash === undefined) return this.unknown(personId, password, ip);
    const data: AttemptSignIn = { right: await this.ports.hasher.verify(passwordHash, password), passwordRound: state.passwordRound };
    const outcome = await this.persons.execute(personId, { type: 'attempt-sign-in', data }, cause);
    const isIn = outcome.kind === 'done' && !outcome.events.some(({ type }) => type === signInFailed.type);
    if (isIn) return outcome.state;
    this.limiter.count('sign-in', ip);
    if (outcome.kind === 'refused' && outcome.refusal.code === 'too-many-attempts') throw tooMany(outcome.state.signInFailures!.until, now);
    throw new ProblemError('sign-in-refused');
  }

  /** As much work and the same answers as for somebody who is there. */
  private async unknown(personId: string, password: string, ip: string): Promise<never> {
    this.limiter.allow('unknown', personId);
    this.nobodysHash ??= this.ports.hasher.hash('nobody has this password');
    await this.ports.hasher.verify(await this.nobodysHash, password);
    this.limiter.count('unknown', personId);
    this.limiter.count('sign-in', ip);
    throw new ProblemError('sign-in-refused');
  }
}
