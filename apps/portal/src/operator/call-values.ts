import { basisPointsOf, centsOf } from '../format/money';
import { romeInstant, romeInstantAt } from '../format/dates';
import { municipalityCode } from '../format/municipalities';

export const abouts = ['employees', 'occupati', 'sector', 'municipality', 'membership', 'artisan', 'no-other-funding'] as const;
export type About = (typeof abouts)[number];
export const regimes = ['de-minimis-2831', 'de-minimis-1407', 'de-minimis-2832'] as const;

/** What a call may ask as proof of an expense. */
export const evidences = ['voucher', 'redemption', 'completion', 'payment', 'grant-act', 'invoice', 'invoice-file'] as const;
export const isEvidence = (code: string): boolean => (evidences as readonly string[]).includes(code);

/** One row of the points table as it is typed. */
export interface CriterionValues {
  readonly text: string;
  readonly points: string;
  readonly about: About;
  readonly from: string;
  readonly to: string;
  /** Parted by commas. */
  readonly oneOf: string;
}

/** A call as it is typed; what is left empty asks nothing. */
export interface CallValues {
  readonly title: string;
  /** Empty where the call has none (yet nothing can be reported then). */
  readonly cup: string;
  readonly funder: string;
  readonly percent: string;
  readonly firmCap: string;
  readonly personCap: string;
  readonly orderCap: string;
  readonly minSpend: string;
  /** Percent of VAT that prices contain and the call doesn't pay. */
  readonly excludedVat: string;
  readonly budget: string;
  readonly maxHeadcount: string;
  readonly headcountBasis: 'employees' | 'occupati';
  readonly services: string[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly sectors: string;
  readonly artisans: boolean;
  readonly municipalities: string;
  readonly memberships: string;
  readonly declarationDays: string;
  readonly noDoubleFunding: boolean;
  readonly aidRegime: '' | (typeof regimes)[number];
  readonly onAidExcess: 'refuse' | 'reduce';
  readonly evidence: string[];
  readonly text: string;
  readonly textVersion: string;
  readonly order: 'first-come' | 'ranked';
  readonly applicationsUntil: string;
  readonly criteria: CriterionValues[];
}

export const listOf = (typed: string): string[] => [...new Set(typed.split(/[,;\n]/).map((item) => item.trim()).filter((item) => item !== ''))];
export const isHeadcount = (about: About): boolean => about === 'employees' || about === 'occupati';
export const isList = (about: About): boolean => about === 'sector' || about === 'municipality' || about === 'membership';

/** What of a list isn't what it should be, for the person who typed it. */
export const wrongOf = (kind: 'sector' | 'municipality' | 'membership', typed: string): string[] =>
  listOf(typed).filter((item) => (kind === 'municipality' ? municipalityCode(item) === undefined : !(kind === 'sector' ? /^\d{2}(\.\d{1,2}){0,2}$/ : /^[a-z][a-z0-9-]{0,39}$/).test(item)));

const codesOf = (about: About, typed: string): string[] => [...new Set(listOf(typed).map((item) => (about === 'municipality' ? (municipalityCode(item) ?? item) : item)))];
const number = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));
const cents = (typed: string): number | undefined => (typed.trim() === '' ? undefined : centsOf(typed));
const list = (about: About, typed: string): string[] | undefined => (listOf(typed).length === 0 ? undefined : codesOf(about, typed));

/** Without what asks nothing. */
const given = <T extends object>(rules: T): { [K in keyof T]?: Exclude<T[K], undefined | false | ''> } =>
  Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined && value !== false && value !== '')) as never;

const criterionOf = ({ text, points, about, from, to, oneOf }: CriterionValues, index: number) => ({
  code: `criterio-${index + 1}`,
  points: Number(points),
  text: text.trim(),
  about,
  ...(isHeadcount(about) && given({ from: number(from), to: number(to) })),
  ...(isList(about) && given({ oneOf: list(about, oneOf) })),
});

/** What was typed, as the API takes it. */
export const bodyOfCall = (values: CallValues) => ({
  title: values.title.trim(),
  incentiveBasisPoints: basisPointsOf(values.percent)!,
  firmCapCents: centsOf(values.firmCap)!,
  personCapCents: centsOf(values.personCap)!,
  budgetCents: centsOf(values.budget)!,
  maxHeadcount: Number(values.maxHeadcount),
  headcountBasis: values.headcountBasis,
  eligibleServiceCodes: values.services,
  opensAt: romeInstant(values.firstDay, 'start'),
  closesAt: romeInstant(values.lastDay, 'end'),
  ...given({
    cup: values.cup.trim().toUpperCase(),
    funder: values.funder.trim(),
    orderCapCents: cents(values.orderCap),
    minSpendCents: cents(values.minSpend),
    excludedVatBasisPoints: values.excludedVat.trim() === '' ? undefined : basisPointsOf(values.excludedVat),
    eligibleSectors: list('sector', values.sectors),
    artisansAdmitted: values.artisans,
    eligibleMunicipalities: list('municipality', values.municipalities),
    requiredMemberships: list('membership', values.memberships),
    declarationDays: number(values.declarationDays),
    noDoubleFunding: values.noDoubleFunding,
    aidRegime: values.aidRegime,
    onAidExcess: values.aidRegime === '' ? undefined : values.onAidExcess,
    evidence: values.evidence.length === 0 ? undefined : values.evidence,
    text: values.text.trim(),
    textVersion: values.textVersion.trim(),
  }),
  ...(values.order === 'ranked' && { ranking: { version: '1.0', applicationsCloseAt: romeInstantAt(values.applicationsUntil), criteria: values.criteria.map(criterionOf) } }),
});
