import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import { derivedId, earliest, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { firmBill, type FirmBill } from '../bill-firm/firm-bill.aggregate';
import { coverTermsOn } from '../cover-credit/firm-cover.table';
import { coverIdOf, figuresOf, firmCover, type FirmCover } from '../domain/firm-cover';
import { bankLines, type BankLineRow } from '../take-statement/bank-lines.projection';
import { CoverView, FirmCoverPage, FirmCoversQueryDto, FirmTransferPage } from './cover.view';
import { firmCovers, type FirmCoverRow } from './firm-covers.projection';

@ApiTags('benefits')
@Controller('api/benefits/covers')
export class ReadCoverController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>,
    @Inject(runnerOf(firmBill)) private readonly bills: AggregateRunner<FirmBill>,
    @Inject(readerOf(firmCovers)) private readonly list: RowReader<FirmCoverRow>,
    @Inject(readerOf(bankLines)) private readonly lines: RowReader<BankLineRow>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** How firms stand with their transfers, with the guarantees that operators gave them. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: FirmCoverPage })
  async all(@Query() { standing, limit, after }: FirmCoversQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<FirmCoverPage> {
    authorise(benefitsPolicy(who), 'read', 'Cover', {});
    await this.list.caughtUp(positionOf(position));
    const { items, next } = await this.list.page({ tenancy: { wholeTerritory: true }, limit, ...(standing !== undefined && { where: { standing } }), ...(after !== undefined && { after }) });
    const named = items.map(async (row) => {
      const name = (await this.directory.organisation(row.firmId))?.name;
      return { ...row, guarantees: [...row.guarantees], ...(name !== undefined && { name }) };
    });
    return { items: await Promise.all(named), ...(next !== undefined && { next }) };
  }

  /** Where the money of a firm's credit comes from; of a firm that gave none yet, nothing. */
  @Get(':firmId')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: CoverView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<CoverView> {
    authorise(benefitsPolicy(who), 'read', 'Cover', { firmId });
    const state = (await this.covers.load(coverIdOf(firmId)))?.state ?? firmCover.initial;
    const spentCents = (await this.bills.load(derivedId('bil', firmId)))?.state.owesCents ?? 0;
    const dueAt = earliest(state.open.map((run) => run.dueAt));
    const guaranteeCents = state.guaranteeCents ?? coverTermsOn(romeDate(this.ports.ambient.clock.now())).guaranteeCents;
    return { firmId, ...figuresOf(state), guaranteeCents, isOwnGuarantee: state.guaranteeCents !== undefined, spentCents, ...(dueAt !== undefined && { dueAt }) };
  }

  /** A firm's transfers as the bank's statements told them, newest first. */
  @Get(':firmId/transfers')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: FirmTransferPage })
  async transfers(@Param('firmId') firmId: string, @Query() { limit, after }: PageQueryDto, @Who() who: Principal): Promise<FirmTransferPage> {
    authorise(benefitsPolicy(who), 'read', 'Cover', { firmId });
    const { items, next } = await this.lines.page({ tenancy: { tenant: firmId }, newestFirst: true, limit, ...(after !== undefined && { after }) });
    const shown = items.map(({ lineId, bookedOn, amountCents, reference }) => ({ lineId, bookedOn, amountCents, ...(reference !== undefined && { reference }) }));
    return { items: shown, ...(next !== undefined && { next }) };
  }
}
