import type { TerritoryKeys } from '../keys/territory-keys';
import { INTERNAL_PATH, internalHeaders } from '../internal/internal-access';
import type { ServiceAddresses } from '../service/service-addresses';
import type { DirectorySource, OrganisationCard, PersonCard } from './directory';

/** Nobody waits longer for a name: the id stands alone then. */
const ANSWER_WITHIN_MS = 1_000;

/** The names that another service owns, asked of one of its processes. */
export class RemoteDirectory implements DirectorySource {
  constructor(
    private readonly service: string,
    private readonly addresses: ServiceAddresses,
    private readonly keys: TerritoryKeys,
  ) {}

  organisation(organisationId: string): Promise<OrganisationCard | undefined> {
    return this.ask(`/organisations/${encodeURIComponent(organisationId)}`);
  }

  person(personId: string, organisationId: string): Promise<PersonCard | undefined> {
    return this.ask(`/organisations/${encodeURIComponent(organisationId)}/people/${encodeURIComponent(personId)}`);
  }

  fiscalCode(personId: string, firmId: string): Promise<string | undefined> {
    return this.ask(`/organisations/${encodeURIComponent(firmId)}/people/${encodeURIComponent(personId)}/fiscal-code`);
  }

  /** Throws where nobody answers in time. */
  private async ask<T>(path: string): Promise<T | undefined> {
    for (const address of this.addresses.of(this.service)) {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await fetch(`${address}${INTERNAL_PATH}/directory${path}`, { headers: internalHeaders(this.keys), signal }).catch(() => undefined);
      if (response?.ok) return ((await response.json()) as { card?: T }).card;
    }
    throw new Error(`no process of ${this.service} answers`);
  }
}
