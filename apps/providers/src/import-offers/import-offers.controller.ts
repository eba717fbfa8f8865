import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { offerImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { offerImport, isCompleted, type OfferImport } from '../domain/offer-import';
import { provider, type Provider } from '../domain/provider';
import { providersPolicy } from '../providers.policy';
import { taxLetterOf } from '../service-letters/service-letters.table';
import type { AcceptImport } from './accept-import.decider';
import { OfferImportView, offerImportView } from './offer-import.view';
import type { PriceRow } from './price-list.columns';
import { readPriceList } from './price-list.reader';

@ApiTags('providers')
@Controller('api/providers')
export class ImportOffersController {
  constructor(
    @Inject(runnerOf(provider)) private readonly providers: AggregateRunner<Provider>,
    @Inject(runnerOf(offerImport)) private readonly imports: AggregateRunner<OfferImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * Takes in a price list as CSV (`codice,titolo,prezzo,servizio,validita_giorni`, and `durata_minuti` of what is sold by time), whole or not at all: 202 and pending; with
   * `Prefer: wait=2`, 200 once every offer is published. Errors come by line and column, and nothing of the file is kept.
   */
  @Post(':providerId/offer-imports')
  @Allow('provider-admin')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: OfferImportView })
  @ApiOkResponse({ type: OfferImportView })
  async import(@Param('providerId') providerId: string, @Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<OfferImportView>> {
    authorise(providersPolicy(who), 'import', 'OfferImport', { providerId });
    if (typeof file !== 'string') throw new ProblemError('unsupported-media-type');
    const importId = derivedId('oim', cause.id);
    const earlier = await this.imports.earlier(importId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(importId, providerId, file, cause)));
    const facts = events[0]!.data as DataOf<typeof offerImportAccepted>;
    return {
      status: 202,
      body: offerImportView({ ...facts, status: 'accepted' }),
      location: `/api/providers/${providerId}/offer-imports/${importId}`,
      position: `${importId}:${sequence}`,
      whenFinal: whenFinal(this.imports, importId, isCompleted, offerImportView),
    };
  }

  private async accept(importId: string, providerId: string, file: string, cause: Cause): ReturnType<AggregateRunner<OfferImport>['execute']> {
    const rows = await this.rightRows(providerId, file);
    // Stored before it is promised: what was accepted can always be taken in.
    await this.ports.store.blobs.put(importId, Buffer.from(JSON.stringify(rows)));
    const data: AcceptImport = { providerId, rows: rows.length };
    return this.imports.execute(importId, { type: 'accept-import', data }, cause);
  }

  /** Throws ProblemError `provider-not-found`, `provider-not-accredited` or `import-refused` with the errors of the file. */
  private async rightRows(providerId: string, file: string): Promise<readonly PriceRow[]> {
    const state = (await this.providers.load(providerId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('provider-not-found');
    if (state.status !== 'accredited') throw new ProblemError('provider-not-accredited');
    const today = romeDate(this.ports.ambient.clock.now());
    const list = readPriceList(file, (serviceCode) => taxLetterOf(serviceCode, today));
    if (!list.ok) throw new ProblemError('import-refused', { errors: list.error });
    return list.value;
  }
}
