import type { ClaimFactsDto, FamilyMemberView } from '../api/views';
import { centsOf } from '../format/money';

/** What the three screens ask. Amounts as typed. */
export interface ClaimValues {
  readonly expenseType: string;
  /** Empty for the claimant's own expense. */
  readonly memberId: string;
  readonly kind: ClaimFactsDto['document']['kind'];
  readonly issuer: string;
  readonly issuerCode: string;
  readonly number: string;
  readonly date: string;
  readonly description: string;
  readonly holder: ClaimFactsDto['document']['holder'];
  readonly namesUser: boolean;
  readonly total: string;
  readonly vatExempt: boolean;
  readonly stamped: boolean;
  readonly hasCertificate: boolean;
  readonly aid: string;
  readonly asked: string;
  readonly paidOn: string;
  readonly method: 'traceable' | 'cash';
  readonly payer: 'employee' | 'other';
  readonly clean: boolean;
}

export const NEW_CLAIM: ClaimValues = {
  ...{ expenseType: '', memberId: '', kind: 'invoice', issuer: '', issuerCode: '', number: '', date: '', description: '', holder: 'employee', namesUser: false },
  ...{ total: '', vatExempt: false, stamped: false, hasCertificate: false, aid: '', asked: '', paidOn: '', method: 'traceable', payer: 'employee', clean: false },
};

const relativeOf = ({ fiscalCode, relation, birthDate, declarations }: FamilyMemberView): NonNullable<ClaimFactsDto['relative']> => {
  const now = declarations.at(-1);
  return { fiscalCode, relation, birthDate, cohabiting: now?.cohabiting ?? false, dependent: now?.dependent ?? false } as NonNullable<ClaimFactsDto['relative']>;
};

/** What is sent of it; a relative is told as declared in the family's page. */
export function factsOf(values: ClaimValues, family: readonly FamilyMemberView[]): ClaimFactsDto {
  const member = family.find(({ memberId }) => memberId === values.memberId);
  const { expenseType, kind, issuer, issuerCode, number, date, description, holder, namesUser, vatExempt, stamped, hasCertificate, paidOn, method, payer, clean } = values;
  return {
    expenseType: expenseType as ClaimFactsDto['expenseType'],
    ...(member && { relative: relativeOf(member) }),
    document: { kind, issuer: issuer.trim(), issuerCode: issuerCode.trim(), number: number.trim(), date, description: description.trim(), holder, namesUser, totalCents: centsOf(values.total) ?? 0, vatExempt, stamped },
    ...(paidOn !== '' && { payment: { paidOn, method, payer } }),
    hasCertificate,
    aidCents: values.aid === '' ? 0 : (centsOf(values.aid) ?? 0),
    askedCents: centsOf(values.asked) ?? 0,
    notReimbursedElsewhere: clean,
    notDeducted: clean,
  };
}
