import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, positionOf, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { KnownFirms } from '../set-guarantee/known-firms.handler';
import { bankLine, type BankLine, type BankLinePersonal } from '../take-statement/bank-line.aggregate';
import { bankLines, type BankLineRow } from '../take-statement/bank-lines.projection';
import { AssignLineDto, BankLinePage, BankLinesQueryDto, CloseLineDto, SettledLineView } from './settle-bank-line.dto';

@ApiTags('benefits')
@Controller('api/benefits/bank-lines')
export class SettleBankLineController {
  constructor(
    @Inject(runnerOf(bankLine)) private readonly lines: AggregateRunner<BankLine>,
    @Inject(readerOf(bankLines)) private readonly list: RowReader<BankLineRow>,
    @Inject(KnownFirms) private readonly firms: KnownFirms,
  ) {}

  /** Credits on the territory's account, by default those of which nobody has said whose they are, oldest first. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: BankLinePage })
  async all(@Query() { status, limit, after }: BankLinesQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<BankLinePage> {
    authorise(benefitsPolicy(who), 'settle', 'BankLine', {});
    await this.list.caughtUp(positionOf(position));
    const { items, next } = await this.list.page({ tenancy: { wholeTerritory: true }, where: { status }, limit, ...(after !== undefined && { after }) });
    return { items: await Promise.all(items.map((row) => this.shown(row))), ...(next !== undefined && { next }) };
  }

  /** Says which firm transferred it: its money from then on, for its oldest pro-forma first. Once. */
  @Post(':lineId/assignment')
  @Allow('operator')
  @ApiCreatedResponse({ type: SettledLineView })
  async assign(@Param('lineId') lineId: string, @Body() { firmId }: AssignLineDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SettledLineView>> {
    authorise(benefitsPolicy(who), 'settle', 'BankLine', {});
    await this.firms.mustKnow(firmId);
    return this.change(lineId, { type: 'assign-bank-line', data: { firmId } }, { status: 'assigned', firmId }, cause);
  }

  /** Says that it is no firm's credit: sent back, or recorded elsewhere. Once. */
  @Post(':lineId/closure')
  @Allow('operator')
  @ApiCreatedResponse({ type: SettledLineView })
  close(@Param('lineId') lineId: string, @Body() { how }: CloseLineDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<SettledLineView>> {
    authorise(benefitsPolicy(who), 'settle', 'BankLine', {});
    return this.change(lineId, { type: 'close-bank-line', data: { how } }, { status: how }, cause);
  }

  private async change(lineId: string, command: { type: string; data: object }, to: Pick<SettledLineView, 'status' | 'firmId'>, cause: Cause): Promise<Answer<SettledLineView>> {
    const { events, sequence } = decided(await this.lines.execute(lineId, command, cause));
    const { amountCents } = events[0]!.data as { amountCents: number };
    return { status: 201, body: { lineId, amountCents, ...to }, position: `${lineId}:${sequence}` };
  }

  /** With what stands beside the line's state: an operator has to tell who it is from. */
  private async shown({ lineId, bookedOn, amountCents, status, reference, firmId }: BankLineRow): Promise<BankLinePage['items'][number]> {
    const { payer = '', text = '', bankReference = '' } = ((await this.lines.load(lineId))?.personal ?? {}) as Partial<BankLinePersonal>;
    return { lineId, bookedOn, amountCents, status, payer, text, bankReference, ...(reference !== undefined && { reference }), ...(firmId !== undefined && { firmId }) };
  }
}
