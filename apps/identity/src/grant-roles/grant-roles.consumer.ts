import { Inject } from '@nestjs/common';
import { claimsValidatorAppointed, employeeAdded, firmRegistered, intermediaryMemberAdded, operatorAppointed, payrollAppointed, providerRegistered, type DataOf, type Envelope } from '@salvatempo/contracts';
import { Authenticator } from '@salvatempo/http';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { person, type Grant, type Person } from '../domain/person';
import type { AdmitEmployee } from './admit-employee.decider';

/** Gives the roles that follow from what happened elsewhere. */
@Consumer('identity.roles')
export class GrantRolesConsumer {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
  ) {}

  @On(firmRegistered)
  firm(message: Envelope<DataOf<typeof firmRegistered>>): Promise<void> {
    const { ownerPersonId, firmId } = message.data;
    return this.grant(message, ownerPersonId, { role: 'firm-admin', organisationId: firmId });
  }

  @On(providerRegistered)
  provider(message: Envelope<DataOf<typeof providerRegistered>>): Promise<void> {
    const { managerPersonId, providerId } = message.data;
    return this.grant(message, managerPersonId, { role: 'provider-admin', organisationId: providerId });
  }

  @On(operatorAppointed)
  operator(message: Envelope<DataOf<typeof operatorAppointed>>): Promise<void> {
    return this.grant(message, message.data.personId, { role: 'operator', organisationId: 'territory' });
  }

  @On(claimsValidatorAppointed)
  claimsValidator(message: Envelope<DataOf<typeof claimsValidatorAppointed>>): Promise<void> {
    return this.grant(message, message.data.personId, { role: 'claims-validator', organisationId: 'territory' });
  }

  @On(payrollAppointed)
  payroll(message: Envelope<DataOf<typeof payrollAppointed>>): Promise<void> {
    const { personId, firmId } = message.data;
    return this.grant(message, personId, { role: 'payroll', organisationId: firmId });
  }

  @On(employeeAdded)
  async employee(message: Envelope<DataOf<typeof employeeAdded>>): Promise<void> {
    const { personId, firmId } = message.data;
    const data: AdmitEmployee = { firmId };
    await this.persons.execute(personId, { type: 'admit-employee', data }, causeOf(message));
    this.authenticator.forget(personId);
  }

  @On(intermediaryMemberAdded)
  async member(message: Envelope<DataOf<typeof intermediaryMemberAdded>>): Promise<void> {
    const { personId, kind, intermediaryId } = message.data;
    const data: Grant = { role: kind, organisationId: intermediaryId };
    await this.persons.execute(personId, { type: 'admit-member', data }, causeOf(message));
    this.authenticator.forget(personId);
  }

  private async grant(message: Envelope<object>, personId: string, data: Grant): Promise<void> {
    await this.persons.execute(personId, { type: 'grant-role', data }, causeOf(message));
    this.authenticator.forget(personId);
  }
}
