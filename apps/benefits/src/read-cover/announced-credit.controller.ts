import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, organisationsOf, Who, type Principal } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { MAX_OPEN_RUNS } from '../domain/firm-cover';
import { AnnouncedCreditPage } from './cover.view';
import { waitingRuns, type RunRow } from './waiting-runs.projection';

@ApiTags('benefits')
@Controller('api/benefits/accounts/mine')
export class AnnouncedCreditController {
  constructor(@Inject(readerOf(waitingRuns)) private readonly runs: RowReader<RunRow>) {}

  /** Credit for the caller that their firms announced and haven't transferred yet. */
  @Get('announced')
  @Allow('employee')
  @ApiOkResponse({ type: AnnouncedCreditPage })
  async mine(@Who() who: Principal): Promise<AnnouncedCreditPage> {
    const pages = organisationsOf(who, 'employee').map((tenant) => this.runs.page({ tenancy: { tenant }, where: { waits: 'yes' }, limit: MAX_OPEN_RUNS }));
    const rows = (await Promise.all(pages)).flatMap(({ items }) => items).filter(({ personIds }) => personIds.includes(who.personId));
    return { items: rows.map(({ runId, firmId, lot: { amountCents, letter, validFrom, validUntil } }) => ({ runId, firmId, amountCents, letter, validFrom, validUntil })) };
  }
}
