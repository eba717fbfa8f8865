import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { offerImport, type OfferImport } from '../domain/offer-import';
import { providersPolicy } from '../providers.policy';
import { OfferImportView, offerImportView } from './offer-import.view';

@ApiTags('providers')
@Controller('api/providers')
export class ReadImportController {
  constructor(@Inject(runnerOf(offerImport)) private readonly imports: AggregateRunner<OfferImport>) {}

  /** How far a price list has come. */
  @Get(':providerId/offer-imports/:importId')
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: OfferImportView })
  async one(@Param('providerId') providerId: string, @Param('importId') importId: string, @Who() who: Principal): Promise<OfferImportView> {
    authorise(providersPolicy(who), 'read', 'OfferImport', { providerId });
    const state = (await this.imports.load(importId))?.state;
    if (!state || state.status === 'absent' || state.providerId !== providerId) throw new ProblemError('import-not-found');
    return offerImportView(state);
  }
}
