import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { premiumImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, type Answer, authorise, Because, decided, type Principal, ProblemError, whenFinal, Who } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import type { OfferPremium } from './offer-premium.decider';
import { PremiumFiles } from './premium-file.handler';
import { isOffered, premiumImport, type PremiumImport } from './premium-import.aggregate';
import { PremiumImportQueryDto, PremiumImportView, premiumImportView } from './premium-import.view';

@ApiTags('benefits')
@Controller('api/benefits')
export class ImportPremiumsController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(premiumImport)) private readonly imports: AggregateRunner<PremiumImport>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(PremiumFiles) private readonly files: PremiumFiles,
  ) {}

  /**
   * Takes in the premiums of a firm's people as CSV (`codice_fiscale,premio,reddito_anno_prima`; `rinuncia_imposta` if wanted), whole or not at
   * all: 202 and pending; with `Prefer: wait=2`, 200 once all are offered. Errors come by line and column. What somebody earned is compared
   * with the limit of the year and kept nowhere.
   */
  @Post('premium-contracts/:contractId/premium-imports')
  @Allow('firm-admin')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: PremiumImportView })
  @ApiOkResponse({ type: PremiumImportView })
  async import(@Param('contractId') contractId: string, @Query() query: PremiumImportQueryDto, @Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumImportView>> {
    const contract = (await this.contracts.load(contractId))?.state;
    if (!contract) throw new ProblemError('premium-contract-not-found');
    authorise(benefitsPolicy(who), 'record', 'Premium', { firmId: contract.firmId });
    const premiumImportId = derivedId('pim', cause.id);
    const earlier = await this.imports.earlier(premiumImportId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(premiumImportId, contract, (await this.files.offers(contract, query, file)).map(({ offer }) => offer), cause)));
    return {
      status: 202,
      body: premiumImportView({ ...(events[0]!.data as DataOf<typeof premiumImportAccepted>), status: 'accepted' }),
      location: `/api/benefits/premium-imports/${premiumImportId}`,
      position: `${premiumImportId}:${sequence}`,
      whenFinal: whenFinal(this.imports, premiumImportId, isOffered, premiumImportView),
    };
  }

  /** How far a file of premiums has come. */
  @Get('premium-imports/:premiumImportId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: PremiumImportView })
  async one(@Param('premiumImportId') premiumImportId: string, @Who() who: Principal): Promise<PremiumImportView> {
    const state = (await this.imports.load(premiumImportId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('import-not-found');
    authorise(benefitsPolicy(who), 'read', 'Premium', { firmId: state.firmId });
    return premiumImportView(state);
  }

  private async accept(premiumImportId: string, { firmId, contractId }: PremiumContract, offers: readonly OfferPremium[], cause: Cause): ReturnType<AggregateRunner<PremiumImport>['execute']> {
    // Stored, encrypted, before it is promised: what was accepted can always be offered.
    await this.ports.store.blobs.put(premiumImportId, Buffer.from(JSON.stringify(offers)));
    return this.imports.execute(premiumImportId, { type: 'accept-premiums', data: { firmId, contractId, rows: offers.length } }, cause);
  }
}
