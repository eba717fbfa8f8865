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
}

/**
 * Names for display, asked of the service that owns them when something is shown (ADR 0005). No decision waits for it: where
 * nobody answers, the id stands alone.
 */
export class Directory {
  private readonly sources: DirectorySource[] = [];

  /** Called by the owning services at start. */
  add(source: DirectorySource): void {
    this.sources.push(source);
  }

  person(personId: string, organisationId: string): Promise<PersonCard | undefined> {
    return this.first((source) => source.person?.(personId, organisationId));
  }

  organisation(organisationId: string): Promise<OrganisationCard | undefined> {
    return this.first((source) => source.organisation?.(organisationId));
  }

  private async first<T>(ask: (source: DirectorySource) => Promise<T | undefined> | undefined): Promise<T | undefined> {
    for (const source of this.sources) {
      const found = await ask(source)?.catch(() => undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
