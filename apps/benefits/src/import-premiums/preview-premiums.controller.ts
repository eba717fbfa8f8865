import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, type Principal, ProblemError, Unkept, Who } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { premium, whyOf, type Premium } from '../domain/premium';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import { premiumIdOf } from './import-premiums.consumer';
import { changeOf, type PremiumChange } from './offer-premium.decider';
import { PremiumFiles, type LineOffer } from './premium-file.handler';
import { PremiumImportQueryDto } from './premium-import.view';
import { PremiumPreview, premiumPreview } from './premium-preview.view';

@ApiTags('benefits')
@Controller('api/benefits')
export class PreviewPremiumsController {
  constructor(
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(PremiumFiles) private readonly files: PremiumFiles,
  ) {}

  /** Says what a file of premiums would do, line by line, and does nothing: neither the file, nor what people earned, nor the answer is kept. */
  @Post('premium-contracts/:contractId/premium-imports/previews')
  @Allow('firm-admin')
  @Unkept()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: PremiumPreview })
  async preview(@Param('contractId') contractId: string, @Query() query: PremiumImportQueryDto, @Body() file: unknown, @Who() who: Principal, @Because() _cause: Cause): Promise<Answer<PremiumPreview>> {
    const contract = (await this.contracts.load(contractId))?.state;
    if (!contract) throw new ProblemError('premium-contract-not-found');
    authorise(benefitsPolicy(who), 'record', 'Premium', { firmId: contract.firmId });
    const found: (LineOffer & { readonly change: PremiumChange })[] = [];
    for (const one of await this.files.offers(contract, query, file)) found.push({ ...one, change: await this.change(one) });
    return { status: 200, body: premiumPreview(contractId, found) };
  }

  private async change({ offer: { why, ...terms } }: LineOffer): Promise<PremiumChange> {
    const premiumId = premiumIdOf(terms);
    const before = await this.premiums.load(premiumId);
    return changeOf({ ...terms, premiumId }, why, before?.state ?? premium.initial, whyOf(before?.personal));
  }
}
