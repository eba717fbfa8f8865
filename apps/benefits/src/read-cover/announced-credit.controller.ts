import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, organisationsOf, Who, type Principal } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { AnnouncedCreditPage } from './cover.view';
import { waitingRuns, type RunRow } from './waiting-runs.projection';

/** Waiting runs of a firm that are looked through at most: as many as may be open, and those that were put off. */
const MAX_WAITING = 1_000;

@ApiTags('benefits')
@Controller('api/benefits/accounts/mine')
export class AnnouncedCreditController {
  constructor(@Inject(readerOf(waitingRuns)) private readonly runs: RowReader<RunRow>) {}

  /** Credit for the caller that their firms announced and haven't transferred yet. */
  @Get('announced')
  @Allow('employee')
  @ApiOkResponse({ type: AnnouncedCreditPage })
  async mine(@Who() who: Principal): Promise<AnnouncedCreditPage> {
    const rows: RunRow[] = [];
    for (const tenant of organisationsOf(who, 'employee')) {
      let looked = 0;
      for await (const row of this.runs.each({ tenancy: { tenant }, where: { waits: 'yes' } })) {
        if (++looked > MAX_WAITING) break;
        if (row.personIds.includes(who.personId)) rows.push(row);
      }
    }
    return { items: rows.map(({ runId, firmId, lot: { amountCents, hours, letter, validFrom, validUntil } }) => ({ runId, firmId, amountCents, ...(hours && { minutes: hours.minutes }), letter, validFrom, validUntil })) };
  }
}
