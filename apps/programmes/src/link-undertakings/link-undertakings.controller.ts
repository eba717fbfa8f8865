import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { undertakingLinkRequested, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, ProblemError, whenFinal, type Answer } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { MAX_ENTRIES, MAX_FIRMS, MAX_WAITING } from '../domain/aid-register';
import { isLinked, undertakingLink, type UndertakingLink } from '../domain/undertaking-link';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import type { LinkUndertakings } from './link-undertakings.decider';
import { LinkUndertakingsDto } from './link-undertakings.dto';
import { linkView, UndertakingLinkView } from './undertaking-link.view';

@ApiTags('programmes')
@Controller('api/programmes/undertaking-links')
export class LinkUndertakingsController {
  constructor(
    @Inject(runnerOf(undertakingLink)) private readonly links: AggregateRunner<UndertakingLink>,
    @Inject(readerOf(firms)) private readonly firmRows: RowReader<FirmRow>,
    private readonly registers: AidRegisters,
  ) {}

  /** Makes one undertaking of two firms, for good: from then on one ceiling is for both. 202, and with `Prefer: wait=2` 200 once they are linked. */
  @Post()
  @Allow('operator')
  @ApiAcceptedResponse({ type: UndertakingLinkView })
  @ApiOkResponse({ type: UndertakingLinkView })
  async link(@Body() { firmIds, reason }: LinkUndertakingsDto, @Because() cause: Cause): Promise<Answer<UndertakingLinkView>> {
    const linkId = derivedId('unl', cause.id);
    const data: LinkUndertakings = { firmIds, reason: reason.trim() };
    const earlier = await this.links.earlier(linkId, cause);
    if (!earlier) await this.check(firmIds);
    const { events, sequence } = decided(earlier ?? (await this.links.execute(linkId, { type: 'link-undertakings', data }, cause)));
    return {
      status: 202,
      body: linkView({ ...(events[0]!.data as DataOf<typeof undertakingLinkRequested>), status: 'linking' }),
      location: `/api/programmes/undertaking-links/${linkId}`,
      position: `${linkId}:${sequence}`,
      whenFinal: whenFinal(this.links, linkId, isLinked, linkView),
    };
  }

  @Get(':linkId')
  @Allow('operator')
  @ApiOkResponse({ type: UndertakingLinkView })
  async one(@Param('linkId') linkId: string): Promise<UndertakingLinkView> {
    const state = (await this.links.load(linkId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('undertaking-link-not-found');
    return linkView(state);
  }

  /** Throws ProblemError for a firm that isn't there, and for an undertaking of too many; two links at once may go a little beyond. */
  private async check(firmIds: readonly string[]): Promise<void> {
    for (const firmId of firmIds) if (!(await this.firmRows.get(firmId))) throw new ProblemError('firm-not-found');
    const found = await Promise.all(firmIds.map((firmId) => this.registers.ofFirm(firmId)));
    const sum = (of: (one: (typeof found)[number]) => number): number => found.reduce((total, one) => total + of(one), 0);
    const entries = sum(({ state }) => state.rows.length + state.holds.length);
    const waiting = sum(({ state }) => state.waiting?.length ?? 0);
    if (sum(({ state }) => state.firmIds.length) > MAX_FIRMS || entries > MAX_ENTRIES || waiting > MAX_WAITING) throw new ProblemError('undertaking-too-large');
  }
}
