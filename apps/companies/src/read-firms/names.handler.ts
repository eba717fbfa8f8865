import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { Directory, runnerOf, type OrganisationCard, type PersonCard } from '@salvatempo/runtime';
import { employee, employeeCardOf, employeeIdOf, type Employee } from '../domain/employee';
import { firm, firmCardOf, firmContactOf, type Firm } from '../domain/firm';
import { intermediary, intermediaryCardOf, type Intermediary } from '../domain/intermediary';

/** Tells names of firms and their people, of advisers and associations to whoever shows them. */
@Injectable()
export class CompanyNames implements OnModuleInit {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  onModuleInit(): void {
    this.directory.add({
      organisation: (organisationId) => this.organisation(organisationId),
      person: (personId, organisationId) => this.person(personId, organisationId),
      fiscalCode: (personId, firmId) => this.fiscalCode(personId, firmId),
    });
  }

  private async organisation(organisationId: string): Promise<OrganisationCard | undefined> {
    if (organisationId.startsWith(`${intermediary.prefix}_`)) {
      const found = await this.intermediaries.load(organisationId);
      if (!found) return undefined;
      const { name, vatNumber } = intermediaryCardOf(found.personal);
      return { name, vatNumber };
    }
    if (!organisationId.startsWith(`${firm.prefix}_`)) return undefined;
    const found = await this.firms.load(organisationId);
    return found && firmCardOf(found.personal);
  }

  private async person(personId: string, organisationId: string): Promise<PersonCard | undefined> {
    if (!organisationId.startsWith(`${firm.prefix}_`)) return undefined;
    const found = await this.employees.load(employeeIdOf(organisationId, personId));
    if (!found) return this.owner(personId, organisationId);
    const { name, surname, fiscalCode } = employeeCardOf(found.personal);
    return { name: `${name} ${surname}`, fiscalCodeTail: fiscalCode.slice(-4) };
  }

  private async fiscalCode(personId: string, firmId: string): Promise<string | undefined> {
    if (!firmId.startsWith(`${firm.prefix}_`)) return undefined;
    const found = await this.employees.load(employeeIdOf(firmId, personId));
    return found && employeeCardOf(found.personal).fiscalCode;
  }

  private async owner(personId: string, firmId: string): Promise<PersonCard | undefined> {
    const found = await this.firms.load(firmId);
    if (!found || found.state.status === 'absent' || found.state.beneficiaryPersonId !== personId) return undefined;
    const { ownerName, ownerSurname, ownerFiscalCode } = firmContactOf(found.personal);
    return ownerFiscalCode === undefined ? undefined : { name: `${ownerName} ${ownerSurname}`, fiscalCodeTail: ownerFiscalCode.slice(-4) };
  }
}
