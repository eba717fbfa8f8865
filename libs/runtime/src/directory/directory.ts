/** What may be shown of a person beside their id. */
export interface PersonCard {
  readonly name: string;
  /** The last four characters of the codice fiscale. */
  readonly fiscalCodeTail: string;
}

/** What may be shown of a firm or a provider beside its id. */
export interface OrganisationCard {
  readonly name: string;
  readonly vatNumber: string;
}

export interface DirectorySource {
  /** A person as an organisation knows them; undefined where it doesn't. */
  person?(personId: string, organisationId: string): Promise<PersonCard | undefined>;
  organisation?(organisationId: string): Promise<OrganisationCard | undefined>;
  /** The codice fiscale of somebody who works or worked for a firm, for that firm's payroll alone. */
  fiscalCode?(personId: string, firmId: string): Promise<string | undefined>;
}

/**
 * Names for display, asked of the service that owns them when something is shown (ADR 0005). No decision waits for it: where
 * nobody answers, the id stands alone.
 */
export class Directory {
  private readonly own: DirectorySource[] = [];

  constructor(
    /** Who is asked for what no service of this process owns; nobody where all of them are here. */
    private readonly others: readonly DirectorySource[] = [],
  ) {}

  /** Called by the owning services at start. */
  add(source: DirectorySource): void {
    this.own.push(source);
  }

  person(personId: string, organisationId: string): Promise<PersonCard | undefined> {
    return first([...this.own, ...this.others], (source) => source.person?.(personId, organisationId));
  }

  organisation(organisationId: string): Promise<OrganisationCard | undefined> {
    return first([...this.own, ...this.others], (source) => source.organisation?.(organisationId));
  }

  /** For the firm's payroll, which the employer's own data belong to; never for showing, an event or a log. Undefined where nobody answers. */
  fiscalCode(personId: string, firmId: string): Promise<string | undefined> {
    return first([...this.own, ...this.others], (source) => source.fiscalCode?.(personId, firmId));
  }

  /** The same from the services of this process alone, for processes that ask it. */
  ownPerson(personId: string, organisationId: string): Promise<PersonCard | undefined> {
    return first(this.own, (source) => source.person?.(personId, organisationId));
  }

  ownFiscalCode(personId: string, firmId: string): Promise<string | undefined> {
    return first(this.own, (source) => source.fiscalCode?.(personId, firmId));
  }

  ownOrganisation(organisationId: string): Promise<OrganisationCard | undefined> {
    return first(this.own, (source) => source.organisation?.(organisationId));
  }
}

async function first<T>(sources: readonly DirectorySource[], ask: (source: DirectorySource) => Promise<T | undefined> | undefined): Promise<T | undefined> {
  for (const source of sources) {
    const found = await ask(source)?.catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
