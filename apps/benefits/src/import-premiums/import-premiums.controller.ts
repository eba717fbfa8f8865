import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { premiumImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, readCsvLines, whenFinal, Who } from '@salvatempo/http';
import { derivedId, endOfRomeDay, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { yearOfPayment } from '../domain/tax-year-end';
import { firmPeople, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import type { OfferPremium } from './offer-premium.decider';
import { readPremiumLines } from './premium-file.reader';
import { isOffered, premiumImport, type PremiumImport } from './premium-import.aggregate';
import { PremiumImportQueryDto, PremiumImportView, premiumImportView } from './premium-import.view';

const MAX_PEOPLE = 2_000;

@ApiTags('benefits')
@Controller('api/benefits')
export class ImportPremiumsController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(premiumImport)) private readonly imports: AggregateRunner<PremiumImport>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
  ) {}

  /**
   * Takes in the premiums of a firm's people as CSV (`codice_fiscale,premio,reddito_anno_prima`; `rinuncia_imposta` if wanted), whole or not at
   * all: 202 and pending; with `Prefer: wait=2`, 200 once all are offered. Errors come by line and column. What somebody earned is compared
   * with the limit of the year and kept nowhere.
   */
  @Post('premium-contracts/:contractId/premium-imports')
  @Allow('firm-admin')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: PremiumImportView })
  @ApiOkResponse({ type: PremiumImportView })
  async import(@Param('contractId') contractId: string, @Query() query: PremiumImportQueryDto, @Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumImportView>> {
    const contract = (await this.contracts.load(contractId))?.state;
    if (!contract) throw new ProblemError('premium-contract-not-found');
    authorise(benefitsPolicy(who), 'record', 'Premium', { firmId: contract.firmId });
    const premiumImportId = derivedId('pim', cause.id);
    const earlier = await this.imports.earlier(premiumImportId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(premiumImportId, contract, await this.offers(contract, query, file), cause)));
    return {
      status: 202,
      body: premiumImportView({ ...(events[0]!.data as DataOf<typeof premiumImportAccepted>), status: 'accepted' }),
      location: `/api/benefits/premium-imports/${premiumImportId}`,
      position: `${premiumImportId}:${sequence}`,
      whenFinal: whenFinal(this.imports, premiumImportId, isOffered, premiumImportView),
    };
  }

  /** How far a file of premiums has come. */
  @Get('premium-imports/:premiumImportId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: PremiumImportView })
  async one(@Param('premiumImportId') premiumImportId: string, @Who() who: Principal): Promise<PremiumImportView> {
    const state = (await this.imports.load(premiumImportId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('import-not-found');
    authorise(benefitsPolicy(who), 'read', 'Premium', { firmId: state.firmId });
    return premiumImportView(state);
  }

  /** Throws ProblemError `unsupported-media-type`, `premium-days`, `no-premium-rule`, or `import-refused` with every error by line and column. */
  private async offers({ contractId, firmId, kind, signedOn, eligible, allowsConversion, letters }: PremiumContract, query: PremiumImportQueryDto, body: unknown): Promise<readonly OfferPremium[]> {
    if (typeof body !== 'string') throw new ProblemError('unsupported-media-type');
    const { paidOn, chooseUntil, creditUntil, refersTo } = query;
    for (const field of ['paidOn', 'chooseUntil', 'creditUntil'] as const) calendarDay(field, query[field]);
    if (chooseUntil > paidOn || creditUntil <= chooseUntil || chooseUntil < romeDate(this.ports.ambient.clock.now())) throw new ProblemError('premium-days');
    const year = yearOfPayment(paidOn, refersTo ?? Number(paidOn.slice(0, 'YYYY'.length)));
    const [rule, terms] = [this.rules.of(kind, signedOn, year), this.rules.termsOf(year)];
    if (!rule || !terms) throw new ProblemError('no-premium-rule', { params: { year } });
    const known = await this.peopleOf(firmId);
    const lines = readCsvLines(body);
    const read = lines.ok ? readPremiumLines(lines.value, { personIdOf: (code) => this.ports.keys.personId(code), isKnown: (personId) => known.has(personId), contractEligible: eligible, rule }) : lines;
    if (!read.ok) throw new ProblemError('import-refused', { errors: read.error });
    const { taxBasisPoints, capCents } = rule;
    const shared = { firmId, contractId, year, paidOn, capCents, taxBasisPoints, contributionsBasisPoints: terms.contributionsBasisPoints, letters, chooseUntil: endOfRomeDay(chooseUntil), creditUntil: endOfRomeDay(creditUntil) };
    // Who gave up the substitute tax gave up its rate: welfare within the cap stays free (L. 208/2015 c. 184).
    const mayConvert = (why: OfferPremium['why']): boolean => allowsConversion && (why === undefined || why === 'waived');
    return read.value.map(({ personId, amountCents, why }) => ({ ...shared, personId, amountCents, favoured: why === undefined, convertibleCents: mayConvert(why) ? Math.min(amountCents, capCents) : 0, ...(why && { why }) }));
  }

  private async peopleOf(firmId: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for await (const { personId } of this.people.each({ tenancy: { tenant: firmId } })) if (found.add(personId).size === MAX_PEOPLE) break;
    return found;
  }

  private async accept(premiumImportId: string, { firmId, contractId }: PremiumContract, offers: readonly OfferPremium[], cause: Cause): ReturnType<AggregateRunner<PremiumImport>['execute']> {
    // Stored, encrypted, before it is promised: what was accepted can always be offered.
    await this.ports.store.blobs.put(premiumImportId, Buffer.from(JSON.stringify(offers)));
    return this.imports.execute(premiumImportId, { type: 'accept-premiums', data: { firmId, contractId, rows: offers.length } }, cause);
  }
}
