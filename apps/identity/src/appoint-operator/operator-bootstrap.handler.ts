import { Inject, Injectable } from '@nestjs/common';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { operators, OPERATORS_ID, type Operators } from '../domain/operators';
import { person, personalDataOf, type Person } from '../domain/person';
import { Accounts } from '../sign-up/accounts.handler';
import { Logins } from '../sign-in/logins.handler';
import type { AppointOperator } from './appoint-operator.decider';

/** 100 bits; kept nowhere, and worth nothing once there is an operator. */
export const firstOperatorCode = (keys: TerritoryKeys): string => keys.code('first-operator', 'territory', 20);

/** How a territory gets its first operator. For whoever starts the product; no route leads here. */
@Injectable()
export class OperatorBootstrap {
  constructor(
    @Inject(runnerOf(operators)) private readonly operators: AggregateRunner<Operators>,
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The path of the portal with the one-time code, while there is no operator; undefined once there is one. */
  async ensureFirstOperatorLink(): Promise<string | undefined> {
    const found = await this.operators.load(OPERATORS_ID);
    if (found && found.state.personIds.length > 0) return undefined;
    return `/benvenuto?codice=${firstOperatorCode(this.ports.keys)}`;
  }

  /**
   * Makes an operator with a known password, for the demo; one who is there already stays as they are, and somebody else who
   * took the user name doesn't become one. The role follows.
   */
  async ensureOperator(username: string, password: string): Promise<void> {
    const personId = this.logins.personId(username);
    const cause: Cause = { id: `boot:${personId}`, time: this.ports.ambient.clock.now(), correlationId: 'boot', tenantId: 'territory' };
    const known = await this.persons.load(personId);
    const { passwordHash } = personalDataOf(known?.personal);
    if (passwordHash === undefined) await this.accounts.register(username, password, cause);
    else if (!(await this.ports.hasher.verify(passwordHash, password))) return;
    const data: AppointOperator = { personId, byLink: false };
    await this.operators.execute(OPERATORS_ID, { type: 'appoint-operator', data }, cause);
  }
}
