import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { Directory, runnerOf, type OrganisationCard } from '@salvatempo/runtime';
import { cardOf, provider, type Provider } from '../domain/provider';

/** Tells names and partite IVA of providers to whoever shows them. */
@Injectable()
export class ProviderNames implements OnModuleInit {
  constructor(
    @Inject(runnerOf(provider)) private readonly providers: AggregateRunner<Provider>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  onModuleInit(): void {
    this.directory.add({ organisation: (organisationId) => this.card(organisationId) });
  }

  private async card(organisationId: string): Promise<OrganisationCard | undefined> {
    if (!organisationId.startsWith(`${provider.prefix}_`)) return undefined;
    const found = await this.providers.load(organisationId);
    return found && cardOf(found.personal);
  }
}
