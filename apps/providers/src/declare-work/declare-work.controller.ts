import { Body, Controller, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, PageQueryDto, positionOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { workDeclaration, workDeclarationIdOf, type WorkDeclaration } from '../domain/work-declaration';
import { providersPolicy } from '../providers.policy';
import { calls, type CallRow } from './calls.projection';
import type { DeclareWork } from './declare-work.decider';
import { DeclareWorkDto } from './declare-work.dto';
import { workList, type WorkRow } from './work-list.projection';
import { WorkPage, WorkRef } from './work.view';

/** Posts and hours of work that calls created with a provider, as it declares them month by month. Officers read them. */
@ApiTags('providers')
@Controller('api/providers/:providerId/work-declarations')
export class DeclareWorkController {
  constructor(
    @Inject(runnerOf(workDeclaration)) private readonly declarations: AggregateRunner<WorkDeclaration>,
    @Inject(readerOf(workList)) private readonly list: RowReader<WorkRow>,
    @Inject(readerOf(calls)) private readonly calls: RowReader<CallRow>,
  ) {}

  /** What a provider declared, newest month first. */
  @Get()
  @Allow('provider-admin', 'operator')
  @ApiOkResponse({ type: WorkPage })
  async all(@Param('providerId') providerId: string, @Query() { limit, after }: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<WorkPage> {
    authorise(providersPolicy(who), 'read', 'WorkDeclaration', { providerId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: providerId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    const items = await Promise.all(page.items.map(async ({ providerId: _, ...row }) => {
      const known = await this.calls.get(row.callId);
      return { ...row, ...(known && { callTitle: known.title }) };
    }));
    return { ...page, items };
  }

  /** Declares a month of a call, or declares it anew. */
  @Post()
  @Allow('provider-admin')
  @ApiCreatedResponse({ type: WorkRef })
  async declare(@Param('providerId') providerId: string, @Body() body: DeclareWorkDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<WorkRef>> {
    authorise(providersPolicy(who), 'declare', 'WorkDeclaration', { providerId });
    const { callId, month, women, men, extraOpeningHours } = body;
    const known = await this.calls.get(callId);
    if (!known) throw new ProblemError('call-not-found');
    const workDeclarationId = workDeclarationIdOf(providerId, callId, month);
    const data: DeclareWork = { providerId, callId, month, women: { ...women }, men: { ...men }, ...(extraOpeningHours === undefined ? {} : { extraOpeningHours }), by: who.personId, opensAt: known.opensAt, closesAt: known.closesAt };
    const { sequence } = decided(await this.declarations.execute(workDeclarationId, { type: 'declare-work', data }, cause));
    return { status: 201, body: { workDeclarationId, callId, month }, location: `/api/providers/${providerId}/work-declarations`, position: `${workDeclarationId}:${sequence}` };
  }
}
