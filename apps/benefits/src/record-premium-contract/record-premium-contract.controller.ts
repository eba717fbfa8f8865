import { Body, Controller, Get, Headers, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, premiumContractRecorded } from '@salvatempo/contracts';
import { Allow, authorise, Because, calendarDay, decided, positionOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { premiumContract, type PremiumContract, type RecordPremiumContract } from './premium-contract.aggregate';
import { premiumContracts } from './premium-contracts.projection';
import { PremiumContractPage, PremiumContractsQueryDto, PremiumContractView, RecordPremiumContractDto } from './record-premium-contract.dto';

@ApiTags('benefits')
@Controller('api/benefits/premium-contracts')
export class RecordPremiumContractController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(readerOf(premiumContracts)) private readonly list: RowReader<PremiumContract>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
  ) {}

  /** Records the contract that the firm's premi di risultato rest on; what the law asks and it hasn't makes its premiums ordinary pay. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PremiumContractView })
  async record(@Body() body: RecordPremiumContractDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumContractView>> {
    authorise(benefitsPolicy(who), 'record', 'Premium', { firmId: body.firmId });
    const contractId = derivedId('pco', cause.id);
    const outcome = (await this.contracts.earlier(contractId, cause)) ?? (await this.contracts.execute(contractId, { type: 'record-premium-contract', data: this.command(body) }, cause));
    const { events, sequence } = decided(outcome);
    const recorded = events[0]!.data as DataOf<typeof premiumContractRecorded>;
    return { status: 201, body: { ...recorded, letters: [...recorded.letters] }, position: `${contractId}:${sequence}` };
  }

  /** The firm's contracts. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: PremiumContractPage })
  async all(@Query() { firmId, limit, after }: PremiumContractsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PremiumContractPage> {
    authorise(benefitsPolicy(who), 'read', 'Premium', { firmId });
    await this.list.caughtUp(positionOf(position));
    const { items, next } = await this.list.page({ tenancy: { tenant: firmId }, limit, ...(after === undefined ? {} : { after }) });
    return { items: items.map((one) => ({ ...one, letters: [...one.letters] })), ...(next === undefined ? {} : { next }) };
  }

  private command({ signedOn, depositedOn, ...body }: RecordPremiumContractDto): RecordPremiumContract {
    const today = romeDate(this.ports.ambient.clock.now());
    for (const [field, day] of [['signedOn', signedOn], ['depositedOn', depositedOn]] as const) {
      if (day === undefined) continue;
      calendarDay(field, day);
      if (day > today) throw new ProblemError('premium-contract-days');
    }
    const terms = this.rules.termsOf(Number(signedOn.slice(0, 'YYYY'.length)));
    if (!terms) throw new ProblemError('no-premium-rule', { params: { year: signedOn.slice(0, 'YYYY'.length) } });
    return { ...body, signedOn, ...(depositedOn === undefined ? {} : { depositedOn }), depositDays: terms.depositDays };
  }
}
