import { Body, Controller, Delete, Get, Headers, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, decided, PageQueryDto, positionOf, type Principal, ProblemError, Who } from '@salvatempo/http';
import { isFiscalCode, isVatNumber, normaliseFiscalCode, normaliseVatNumber } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { intermediary, intermediaryCardOf, intermediaryIdOf, type Intermediary } from '../domain/intermediary';
import type { AddIntermediaryMember } from './add-member.decider';
import { intermediaryList, type IntermediaryRow } from './intermediary-list.projection';
import { AddIntermediaryMemberDto, RegisterIntermediaryDto } from './intermediary.dto';
import { IntermediaryDetail, intermediaryDetail, IntermediaryMemberRef, IntermediaryPage, IntermediaryView, intermediaryView } from './intermediary.view';
import { knownIntermediary } from './known-intermediary.handler';
import type { RegisterIntermediary } from './register-intermediary.decider';
import type { RemoveIntermediaryMember } from './remove-member.decider';

/** Advisers and associations are registered by an officer, with the people who act for them: nobody makes themselves one. */
@ApiTags('companies')
@Controller('api/companies/intermediaries')
export class IntermediaryController {
  constructor(
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(readerOf(intermediaryList)) private readonly list: RowReader<IntermediaryRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Registers an adviser's office or an association of employers. */
  @Post()
  @Allow('operator')
  @ApiCreatedResponse({ type: IntermediaryView })
  async register(@Body() body: RegisterIntermediaryDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<IntermediaryView>> {
    authorise(companiesPolicy(who), 'register', 'Intermediary', {});
    const vatNumber = normaliseVatNumber(body.vatNumber);
    if (!isVatNumber(vatNumber)) throw new ProblemError('invalid-request', { errors: [{ field: 'vatNumber', code: 'vat-number', message: 'Il codice non è giusto: controllare le 11 cifre.' }] });
    const intermediaryId = intermediaryIdOf(vatNumber);
    const data: RegisterIntermediary = { kind: body.kind, name: body.name.trim(), vatNumber };
    const { sequence } = decided(await this.intermediaries.execute(intermediaryId, { type: 'register-intermediary', data }, cause));
    return { status: 201, body: { intermediaryId, ...data }, location: `/api/companies/intermediaries/${intermediaryId}`, position: `${intermediaryId}:${sequence}` };
  }

  /** All of them, newest first, for officers and for firms that look for whom to give a mandate. */
  @Get()
  @Allow('operator', 'firm-admin')
  @ApiOkResponse({ type: IntermediaryPage })
  async all(@Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<IntermediaryPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    const items = page.items.map(async (row) => intermediaryView(row, intermediaryCardOf((await this.intermediaries.load(row.intermediaryId))?.personal)));
    return { ...page, items: await Promise.all(items) };
  }

  /** One of them with the people who act for it. */
  @Get(':intermediaryId')
  @Allow('operator')
  @ApiOkResponse({ type: IntermediaryDetail })
  async one(@Param('intermediaryId') intermediaryId: string, @Who() who: Principal): Promise<IntermediaryDetail> {
    authorise(companiesPolicy(who), 'register', 'Intermediary', {});
    const { state, personal } = await knownIntermediary(this.intermediaries, intermediaryId);
    return intermediaryDetail(state, intermediaryCardOf(personal));
  }

  /** Somebody acts for it from now on. The role follows, with a code to set a password by for whoever has none. */
  @Post(':intermediaryId/members')
  @Allow('operator')
  @ApiCreatedResponse({ type: IntermediaryMemberRef })
  async add(@Param('intermediaryId') intermediaryId: string, @Body() body: AddIntermediaryMemberDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<IntermediaryMemberRef>> {
    authorise(companiesPolicy(who), 'register', 'Intermediary', {});
    const fiscalCode = normaliseFiscalCode(body.fiscalCode);
    if (!isFiscalCode(fiscalCode)) throw new ProblemError('invalid-request', { errors: [{ field: 'fiscalCode', code: 'fiscal-code-check', message: 'Il codice fiscale non è giusto: controllare i 16 caratteri.' }] });
    await knownIntermediary(this.intermediaries, intermediaryId);
    const personId = this.ports.keys.personId(fiscalCode);
    const data: AddIntermediaryMember = { personId, name: body.name.trim(), surname: body.surname.trim(), fiscalCode };
    const { sequence } = decided(await this.intermediaries.execute(intermediaryId, { type: 'add-intermediary-member', data }, cause));
    return { status: 201, body: { intermediaryId, personId }, location: `/api/companies/intermediaries/${intermediaryId}`, position: `${intermediaryId}:${sequence}` };
  }

  /** Somebody acts for it no more, from the next request on. */
  @Delete(':intermediaryId/members/:memberPersonId')
  @Allow('operator')
  @ApiOkResponse({ type: IntermediaryMemberRef })
  async remove(@Param('intermediaryId') intermediaryId: string, @Param('memberPersonId') personId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<IntermediaryMemberRef>> {
    authorise(companiesPolicy(who), 'register', 'Intermediary', {});
    await knownIntermediary(this.intermediaries, intermediaryId);
    const data: RemoveIntermediaryMember = { personId };
    const { sequence } = decided(await this.intermediaries.execute(intermediaryId, { type: 'remove-intermediary-member', data }, cause));
    return { status: 200, body: { intermediaryId, personId }, location: `/api/companies/intermediaries/${intermediaryId}`, position: `${intermediaryId}:${sequence}` };
  }
}
