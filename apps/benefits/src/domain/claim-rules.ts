import type { ClaimFacts, ClaimSetting, Finding } from './claim-facts';
import { isOldEnough, isYoungEnough } from './age';
import { BY_DEFAULT, whyNotAbove } from './threshold-consent';

/** The code of the refusal, or undefined where the rule has nothing against the claim. Pure. */
type ClaimRule = (facts: ClaimFacts, setting: ClaimSetting) => string | undefined;

/** R01: only some letters may be reimbursed (TUIR art. 51; docs/rules/expense-types.json). */
const r01: ClaimRule = (_, { type }) => (type?.reimbursable ? undefined : 'not-reimbursable-letter');

/** What a document calls itself at its beginning; an invoice may well name the quote that it follows. */
const SAYS_PROFORMA = /^\s*(fattura\s+)?(pro[\s-]?forma|preventivo)\b/i;

/** R02: an actual invoice or receipt that shows who issued it, with number, date and description. */
const r02: ClaimRule = ({ document: { kind, issuer, issuerCode, number, date, description } }, { xml }) => {
  const isNone = kind === 'proforma' || kind === 'quote' || xml?.isInvoice === false || [number, description].some((text) => SAYS_PROFORMA.test(text));
  if (isNone) return 'proforma-or-quote';
  return [issuer, issuerCode, number, date, description].some((text) => text.trim() === '') ? 'issuer-data-missing' : undefined;
};

/** R03: made out to the claimant or to who used the service; the other parent only where the terms admit it. */
const r03: ClaimRule = ({ document: { holder } }, { type, terms, xml }) => {
  if (holder === 'other-parent' && terms.otherParentAdmitted) return undefined;
  if (xml?.isOthers) return 'holder-not-admitted';
  return type?.addressedTo.includes(holder) ? undefined : 'holder-not-admitted';
};

/** R04: the document names who used the service (Ris. 55/E/2020); for the claimant's own expense their name as holder does. */
const r04: ClaimRule = ({ relative, document: { namesUser } }) => (relative && !namesUser ? 'beneficiary-missing' : undefined);

/** R05: there is proof of the payment; cash only where the terms admit it. */
const r05: ClaimRule = ({ payment }, { terms }) => (payment && (payment.method !== 'cash' || terms.cashAdmitted) ? undefined : 'no-payment-proof');

/** R06: the claimant paid, where the terms ask for it. */
const r06: ClaimRule = ({ payment }, { terms }) => (payment?.payer === 'other' && terms.payerMustBeEmployee ? 'payer-not-employee' : undefined);

/** R07: paid this year or, where the terms admit it, last year (circ. 5/E/2018); never in the future. */
const r07: ClaimRule = ({ payment }, { terms, day }) => {
  if (!payment) return undefined;
  const yearsBack = Number(day.slice(0, 4)) - Number(payment.paidOn.slice(0, 4));
  return payment.paidOn > day || yearsBack > (terms.previousYearAdmitted ? 1 : 0) ? 'period-out-of-plan' : undefined;
};

/** R08: no more than what was really borne: the document's total, as told and as a FatturaPA says, less the aid that was got for it. */
const r08: ClaimRule = ({ askedCents, aidCents, document: { totalCents: told } }, { xml }) => {
  const totalCents = Math.min(told, xml?.totalCents ?? told);
  if (askedCents > totalCents) return 'amount-exceeds-doc';
  return askedCents > totalCents - aidCents ? 'already-aided' : undefined;
};

/** R09: all claims on one document together are no more than its total, whoever makes them. */
const r09: ClaimRule = ({ askedCents }, { documentLeftCents }) => (documentLeftCents !== undefined && askedCents > documentLeftCents ? 'duplicate' : undefined);

/** R10: declared to be neither reimbursed elsewhere nor deducted. */
const r10: ClaimRule = ({ notReimbursedElsewhere, notDeducted }) => (notReimbursedElsewhere && notDeducted ? undefined : 'already-deducted-730');

/** R11: an invoice without VAT above the limit bears a stamp. A warning alone. */
const r11: ClaimRule = ({ document: { kind, vatExempt, stamped, totalCents } }, { terms }) =>
  kind === 'invoice' && vatExempt && !stamped && totalCents > terms.stampAboveCents ? 'stamp-missing' : undefined;

/** R12: claimed in time before the credit expires. */
const r12: ClaimRule = (_, { creditUntil, day }) => (creditUntil !== undefined && day > creditUntil ? 'period-out-of-plan' : undefined);

/** R13: there is credit, the year's threshold isn't passed, the row's own rules hold, the document is legible and of this type. */
const r13: ClaimRule = (facts, setting) => whyNotFor(facts, setting) ?? whyNoCertificate(facts, setting) ?? whyNotSeen(setting) ?? whyNoCredit(facts, setting);

/** For whom the row admits the expense: relation by the day of payment, dependency, age. */
function whyNotFor({ relative, payment, hasCertificate }: ClaimFacts, { type, terms, relation, isDeclared, day, dependentChild }: ClaimSetting): string | undefined {
  if (!type) return undefined;
  if (type.dependentChildRequired && !dependentChild) return 'not-dependent';
  if (!relative) return type.beneficiaries.includes('employee') ? undefined : 'relation-not-admitted';
  const isForRelatives = type.beneficiaries.includes('family') || type.beneficiaries.includes('dependent-family');
  if (!isForRelatives || !relation || !isDeclared || (relation.cohabitationRequired && !relative.cohabiting)) return 'relation-not-admitted';
  const mustDepend = terms.strictDependency || !type.beneficiaries.includes('family');
  if (mustDepend && !relative.dependent) return 'not-dependent';
  const on = payment?.paidOn ?? day;
  if (isOldEnough(relative.birthDate, type.ageMin, on) && isYoungEnough(relative.birthDate, type.ageMax, on)) return undefined;
  return type.certificateInsteadOfAge && hasCertificate ? undefined : type.certificateInsteadOfAge ? 'cert-missing' : 'age-out-of-range';
}

const whyNoCertificate = ({ hasCertificate }: ClaimFacts, { type }: ClaimSetting): string | undefined => (type?.certificateRequired && !hasCertificate ? 'cert-missing' : undefined);

function whyNotSeen({ seen }: ClaimSetting): string | undefined {
  if (!seen) return undefined;
  if (!seen.legible) return 'illegible-or-incomplete';
  return seen.rightCategory ? undefined : 'wrong-category';
}

/** A claim above the balance is paid up to it: only where nothing at all is left is it refused. */
function whyNoCredit({ askedCents, thresholdConsentCents }: ClaimFacts, { spendableCents, thresholdLeftCents, aboveThreshold = BY_DEFAULT, crossing }: ClaimSetting): string | undefined {
  if (spendableCents === 0) return 'insufficient-credit';
  if (thresholdLeftCents === undefined || Math.min(askedCents, spendableCents) <= thresholdLeftCents) return undefined;
  const why = crossing && whyNotAbove(crossing, aboveThreshold, thresholdConsentCents);
  return crossing && !why ? undefined : why?.code === 'threshold-consent-needed' ? why.code : 'threshold-cliff';
}

/** The rules of rules.md 4.1 by their names, in the order in which they are told. */
export const claimRules = { R01: r01, R02: r02, R03: r03, R04: r04, R05: r05, R06: r06, R07: r07, R08: r08, R09: r09, R10: r10, R11: r11, R12: r12, R13: r13 } as const;

/** What only warns (docs/rules/claim-refusals.json). */
const WARNINGS: readonly string[] = ['stamp-missing'];
export const isWarning = ({ code }: Finding): boolean => WARNINGS.includes(code);

/** What every rule finds, in their order; a type that can't be reimbursed is told alone, since nothing else would mend it. */
export function findingsOf(facts: ClaimFacts, setting: ClaimSetting): readonly Finding[] {
  const found = Object.entries(claimRules).flatMap(([rule, check]): Finding[] => {
    const code = check(facts, setting);
    return code === undefined ? [] : [{ rule, code }];
  });
  const first = found[0];
  return first?.code === 'not-reimbursable-letter' ? [first] : found;
}
