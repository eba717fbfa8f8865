import { createMongoAbility, type MongoAbility } from '@casl/ability';
import { Inject, Injectable } from '@nestjs/common';
import { organisationsOf, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy, mandatePolicy } from '../companies.policy';
import { intermediary, type Intermediary } from '../domain/intermediary';
import { mandate, mandateIdOf, scopesOn, type Mandate } from '../domain/mandate';

/** The adviser's offices and associations for which somebody has a role, which tells nothing yet: they may have been taken off since. */
const rolesFor = (who: Principal): readonly string[] => [...organisationsOf(who, 'adviser'), ...organisationsOf(who, 'association')];

/**
 * What somebody may do with one firm: what their roles say, and what the firm's mandates in force say to those for whom they act. It is
 * asked anew with each request, so that one that was ended lets nobody do anything from then on, nor any of them somebody who was taken off.
 */
@Injectable()
export class MandatedAccess {
  constructor(
    @Inject(runnerOf(mandate)) private readonly mandates: AggregateRunner<Mandate>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  async of(who: Principal, firmId: string): Promise<MongoAbility> {
    const own = companiesPolicy(who);
    const intermediaryIds = await this.actsFor(who);
    if (intermediaryIds.length === 0) return own;
    const today = romeDate(this.ports.ambient.clock.now());
    const found = await Promise.all(intermediaryIds.map((intermediaryId) => this.mandates.load(mandateIdOf(firmId, intermediaryId))));
    const scopes = new Set(found.flatMap((one) => (one ? scopesOn(one.state, today) : [])));
    return createMongoAbility([...own.rules, ...mandatePolicy(firmId, scopes).rules]);
  }

  /** The adviser's offices and associations for which somebody acts at this moment. */
  async actsFor(who: Principal): Promise<readonly string[]> {
    const found = await Promise.all(rolesFor(who).map(async (intermediaryId) => (await this.intermediaries.load(intermediaryId))?.state));
    return found.flatMap((state) => (state && state.status !== 'absent' && state.memberIds.includes(who.personId) ? [state.intermediaryId] : []));
  }
}
