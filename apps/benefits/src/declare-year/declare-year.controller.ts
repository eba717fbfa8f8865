import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, yearDeclared } from '@salvatempo/contracts';
import { Allow, Because, decided, ProblemError, Who, type Answer, type FieldError, type Principal } from '@salvatempo/http';
import { isFiscalCode, normaliseFiscalCode, romeDate, romeYear } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { ownAccountId } from '../read-accounts/own-account.id';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { OwnFirmQueryDto } from '../read-accounts/firm-query.dto';
import { declarationsOf, type DeclareYear } from './declare-year.decider';
import { DeclaredYearView, DeclareYearDto, YearDeclarationPage } from './declare-year.dto';
import { acceptedVersion } from './year-declaration.table';

@ApiTags('benefits')
@Controller('api/benefits/accounts/mine/year-declarations')
export class DeclareYearController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
  ) {}

  /** Declares, for the threshold of art. 51 c.3, what other employers gave in a year and which children are dependent; the last declaration of a year holds. */
  @Post()
  @Allow('employee')
  @ApiOkResponse({ type: DeclaredYearView })
  async declare(@Body() body: DeclareYearDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<DeclaredYearView>> {
    const accountId = ownAccountId(who, body.firmId);
    const data = this.command(body, who);
    if (!(await this.accounts.load(accountId))) throw new ProblemError('account-not-found');
    const { events, sequence } = decided(await this.accounts.execute(accountId, { type: 'declare-year', data }, cause));
    const { taxYear, externalCents, dependentChild } = events[0]!.data as DataOf<typeof yearDeclared>;
    return { status: 200, body: { accountId, taxYear, externalCents, dependentChild }, position: `${accountId}:${sequence}` };
  }

  /** What the caller declared, with the children's codici fiscali; nobody else is shown them here. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: YearDeclarationPage })
  async mine(@Query() { firmId }: OwnFirmQueryDto, @Who() who: Principal): Promise<YearDeclarationPage> {
    const found = await this.accounts.load(ownAccountId(who, firmId));
    const years = Object.entries(declarationsOf(found?.personal)).sort(([a], [b]) => Number(b) - Number(a));
    return { items: years.map(([year, { at, childFiscalCodes, ...declared }]) => ({ taxYear: Number(year), ...declared, childFiscalCodes: [...childFiscalCodes], declaredAt: at })) };
  }

  private command({ taxYear, externalCents, childFiscalCodes, declarationVersion }: DeclareYearDto, { personId }: Principal): DeclareYear {
    const now = this.ports.ambient.clock.now();
    const year = romeYear(now);
    if (taxYear !== year && taxYear !== year - 1) throw new ProblemError('tax-year-closed');
    if (!this.rules.of(taxYear)) throw new ProblemError('no-threshold-rule', { params: { year: taxYear } });
    const codes = childFiscalCodes.map(normaliseFiscalCode);
    const errors: FieldError[] = codes.flatMap((code, n) =>
      isFiscalCode(code) ? [] : [{ field: `childFiscalCodes.${n}`, code: 'fiscal-code-check', message: 'Il codice fiscale non è giusto: controllare i 16 caratteri.' }],
    );
    if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
    if (codes.some((code) => this.ports.keys.personId(code) === personId)) throw new ProblemError('child-oneself');
    return { taxYear, externalCents, childFiscalCodes: [...new Set(codes)], version: acceptedVersion(romeDate(now), declarationVersion) };
  }
}
