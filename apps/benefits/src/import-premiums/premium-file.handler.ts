import { Inject, Injectable } from '@nestjs/common';
import { calendarDay, ProblemError, readCsvLines } from '@salvatempo/http';
import { endOfRomeDay, romeDate } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { yearOfPayment } from '../domain/tax-year-end';
import { firmPeople, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import type { PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import type { OfferPremium } from './offer-premium.decider';
import { readPremiumLines } from './premium-file.reader';
import type { PremiumImportQueryDto } from './premium-import.view';

const MAX_PEOPLE = 2_000;

/** What a line of a file offers, whole. */
export interface LineOffer {
  /** Of the file, from 1. */
  readonly line: number;
  readonly offer: OfferPremium;
}

/** Reads a file of premiums under its contract: the same for a preview and for what is then done. */
@Injectable()
export class PremiumFiles {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
  ) {}

  /** Throws ProblemError `unsupported-media-type`, `premium-days`, `no-premium-rule`, or `import-refused` with every error by line and column. */
  async offers({ contractId, firmId, kind, signedOn, eligible, allowsConversion, letters }: PremiumContract, query: PremiumImportQueryDto, body: unknown): Promise<readonly LineOffer[]> {
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
    return read.value.map(({ line, personId, amountCents, why }) => ({
      line,
      offer: { ...shared, personId, amountCents, favoured: why === undefined, convertibleCents: mayConvert(why) ? Math.min(amountCents, capCents) : 0, ...(why && { why }) },
    }));
  }

  private async peopleOf(firmId: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for await (const { personId } of this.people.each({ tenancy: { tenant: firmId } })) if (found.add(personId).size === MAX_PEOPLE) break;
    return found;
  }
}
