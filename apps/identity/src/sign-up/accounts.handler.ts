import { Inject, Injectable } from '@nestjs/common';
import { decided, ProblemError } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { person, type Person } from '../domain/person';
import { readLogin } from '../domain/usernames';
import type { RegisterPerson } from './register-person.decider';

/** Makes accounts of people who choose their own user name. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The person's id. Throws ProblemError `username-taken`, and `invalid-request` for one that reads like a codice fiscale. */
  async register(username: string, password: string, cause: Cause): Promise<string> {
    const login = readLogin(username);
    if (!('username' in login)) throw new ProblemError('invalid-request', { errors: [{ field: 'username', code: 'fiscal-code', message: 'Un codice fiscale non può essere un nome utente.' }] });
    const personId = this.ports.keys.personIdOfUsername(login.username);
    const earlier = await this.persons.earlier(personId, cause);
    decided(earlier ?? (await this.create(personId, username.trim(), password, cause)));
    return personId;
  }

  private async create(personId: string, username: string, password: string, cause: Cause): ReturnType<AggregateRunner<Person>['execute']> {
    const known = await this.persons.load(personId);
    if (known?.state.registered) throw new ProblemError('username-taken');
    const data: RegisterPerson = { username, passwordHash: await this.ports.hasher.hash(password) };
    return this.persons.execute(personId, { type: 'register-person', data }, cause);
  }
}
