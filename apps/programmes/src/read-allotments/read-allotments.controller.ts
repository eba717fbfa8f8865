import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, hasRole, organisationsOf, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import type { Tenancy } from '@salvatempo/store';
import { allotment, type Allotment } from '../domain/allotment';
import { programmesPolicy } from '../programmes.policy';
import { allotmentList, type AllotmentRow } from './allotment-list.projection';
import { AllotmentPage, AllotmentView, allotmentView, refusalView } from './allotment.view';
import { AllotmentHistoryView } from './allotment-history.view';
import { knownAllotment } from './known-allotment.handler';
import { AllotmentsQueryDto } from './read-allotments.dto';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class ReadAllotmentsController {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(readerOf(allotmentList)) private readonly list: RowReader<AllotmentRow>,
  ) {}

  /** A firm's allotments, newest first; every firm's for an operator who names none. */
  @Get()
  @Allow('firm-admin', 'employee', 'operator')
  @ApiOkResponse({ type: AllotmentPage })
  async all(@Query() query: AllotmentsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<AllotmentPage> {
    const tenancy = tenancyOf(who, query.firmId);
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({
      tenancy,
      limit: query.limit,
      newestFirst: true,
      ...(query.callId === undefined ? {} : { where: { callId: query.callId } }),
      ...(query.after === undefined ? {} : { after: query.after }),
    });
    return { ...page, items: page.items.map(rowView) };
  }

  /** One allotment as it stands now. */
  @Get(':allotmentId')
  @Allow('firm-admin', 'employee', 'operator')
  @ApiOkResponse({ type: AllotmentView })
  async one(@Param('allotmentId') allotmentId: string, @Who() who: Principal): Promise<AllotmentView> {
    const state = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'read', 'Allotment', { firmId: state.firmId });
    return allotmentView(state);
  }

  /** Each state that an application came to, with who, when and why. */
  @Get(':allotmentId/history')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: AllotmentHistoryView })
  async history(@Param('allotmentId') allotmentId: string, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<AllotmentHistoryView> {
    await this.list.caughtUp(positionOf(position));
    const row = await this.list.get(allotmentId);
    if (!row) throw new ProblemError('allotment-not-found');
    authorise(programmesPolicy(who), 'explain', 'Allotment', { firmId: row.firmId });
    return { allotmentId, changes: (row.history ?? []).map((change) => ({ ...change })) };
  }
}

/** Throws ProblemError `not-allowed` for a firm that isn't the caller's. */
function tenancyOf(who: Principal, wantedFirmId: string | undefined): Tenancy {
  if (wantedFirmId === undefined && hasRole(who, 'operator')) return { wholeTerritory: true };
  const firmId = wantedFirmId ?? organisationsOf(who, 'firm-admin')[0] ?? organisationsOf(who, 'employee')[0];
  if (firmId === undefined) throw new ProblemError('not-allowed');
  authorise(programmesPolicy(who), 'read', 'Allotment', { firmId });
  return { tenant: firmId };
}

const rowView = ({ code, requestedAt: _, history: __, ...row }: AllotmentRow): AllotmentView => ({ ...row, ...(code !== undefined && { refusal: refusalView(code) }) });
