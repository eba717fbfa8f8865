import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { providersPolicy } from '../providers.policy';
import { StatementOfDto } from './read-statements.dto';
import { statementEntries, type StatementEntryRow } from './statement-entries.projection';
import { statementList, type StatementRow } from './statement-list.projection';
import { StatementEntryPage, StatementPage } from './statement.view';

@ApiTags('providers')
@Controller('api/providers')
export class ReadStatementsController {
  constructor(
    @Inject(readerOf(statementList)) private readonly list: RowReader<StatementRow>,
    @Inject(readerOf(statementEntries)) private readonly rows: RowReader<StatementEntryRow>,
  ) {}

  /** What a provider is due, by month, newest first. */
  @Get(':providerId/statements')
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: StatementPage })
  async all(
    @Param('providerId') providerId: string,
    @Query() query: PageQueryDto,
    @Who() who: Principal,
    @Headers('salvatempo-position') position?: string,
  ): Promise<StatementPage> {
    authorise(providersPolicy(who), 'read', 'Statement', { providerId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: providerId }, newestFirst: true, ...pageOf(query) });
    return { ...page, items: page.items.map(({ providerId: _, ...row }) => row) };
  }

  /** The settled purchases of a month, oldest first. */
  @Get(':providerId/statements/:month/entries')
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: StatementEntryPage })
  async entries(@Param() { providerId, month }: StatementOfDto, @Query() query: PageQueryDto, @Who() who: Principal): Promise<StatementEntryPage> {
    authorise(providersPolicy(who), 'read', 'Statement', { providerId });
    const page = await this.rows.page({ tenancy: { tenant: providerId }, where: { month }, ...pageOf(query) });
    return { ...page, items: page.items.map(({ purchaseId, amountCents, settledAt }) => ({ purchaseId, amountCents, settledAt })) };
  }
}

const pageOf = ({ limit, after }: PageQueryDto): { limit: number; after?: string } => (after === undefined ? { limit } : { limit, after });
