import type { PlanPractice } from '@salvatempo/contracts';
import type { Cents, DatedRow } from '@salvatempo/kernel';
import type { AboveThreshold, Crossing } from './threshold-consent';

/** A row of the table of expense types (docs/rules/expense-types.json). */
export interface ExpenseType extends DatedRow {
  readonly code: string;
  readonly name: string;
  readonly letter: string;
  readonly reimbursable: boolean;
  readonly direct: boolean;
  readonly voucher: boolean;
  /** `employee`, `family`, `dependent-family`. */
  readonly beneficiaries: readonly string[];
  /** To whom the document may be made out: `employee`, `beneficiary`. */
  readonly addressedTo: readonly string[];
  /** What it must come with, beyond what every document shows. In Italian. */
  readonly documents: readonly string[];
  /** What is asked, in order. */
  readonly facts: readonly string[];
  /** Years of the beneficiary on the day of payment, both included. */
  readonly ageMin?: number;
  readonly ageMax?: number;
  readonly certificateInsteadOfAge?: boolean;
  readonly certificateRequired?: boolean;
  readonly dependentChildRequired?: boolean;
}

/** Times and limits of claims (docs/rules/claim-terms.json). Amounts in euro cents, times in calendar days of Rome. */
export interface ClaimTerms extends DatedRow {
  readonly firstDecisionDays: number;
  readonly integrationDays: number;
  readonly appealDays: number;
  readonly graceDays: number;
  readonly beforeExpiryDays: number;
  readonly twoPersonsFromCents: Cents;
  readonly minimumCents: Cents;
  /** Of 10,000 claims that one person approved, how many another one looks at again, and within how many days. */
  readonly reviewedBasisPoints: number;
  readonly reviewDays: number;
  readonly previousYearAdmitted: boolean;
  readonly payerMustBeEmployee: boolean;
  readonly cashAdmitted: boolean;
  readonly otherParentAdmitted: boolean;
  readonly strictDependency: boolean;
  readonly stampAboveCents: Cents;
}

/** For whom a relative's expense is, as the claimant declares it. */
export interface Relative {
  /** A code of docs/rules/family-relations.json. */
  readonly relation: string;
  readonly cohabiting: boolean;
  readonly dependent: boolean;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** What the claimant, and later the validator, says of an expense. Days are `YYYY-MM-DD` in Rome. */
export interface ClaimFacts {
  readonly expenseType: string;
  /** Undefined where the expense is the claimant's own. */
  readonly relative?: Relative;
  readonly document: {
    readonly kind: 'invoice' | 'receipt' | 'payslip' | 'proforma' | 'quote';
    readonly issuer: string;
    /** Partita IVA or codice fiscale. */
    readonly issuerCode: string;
    readonly number: string;
    readonly date: string;
    readonly description: string;
    readonly holder: 'employee' | 'beneficiary' | 'other-parent' | 'other';
    readonly namesUser: boolean;
    readonly totalCents: Cents;
    readonly vatExempt: boolean;
    readonly stamped: boolean;
  };
  /** Undefined where no proof of payment is there. */
  readonly payment?: { readonly paidOn: string; readonly method: 'traceable' | 'cash'; readonly payer: 'employee' | 'other' };
  readonly hasCertificate: boolean;
  /** Bonus nido, Nidi Gratis and other aid for the same expense, in euro cents. */
  readonly aidCents: Cents;
  readonly askedCents: Cents;
  readonly notReimbursedElsewhere: boolean;
  readonly notDeducted: boolean;
  /** Where it takes the year above its threshold: up to how much of the year's benefits the claimant agreed to have taxed. */
  readonly thresholdConsentCents?: Cents;
}

/** What a FatturaPA says of itself. */
export interface XmlFacts {
  /** Made out to somebody who is neither the claimant nor who used the service. */
  readonly isOthers: boolean;
  /** No credit note, nor what a buyer issues to themselves. */
  readonly isInvoice: boolean;
  readonly totalCents?: Cents;
}

/** What is known beside the claim, when it is looked at. */
export interface ClaimSetting {
  readonly type?: ExpenseType;
  readonly terms: ClaimTerms;
  /** Where the plans that would pay are stricter than the table; `terms` has it already. */
  readonly practice?: PlanPractice;
  /** Today in Rome. */
  readonly day: string;
  /** Whether somebody of the claimed relation must cohabit on the day of payment; undefined for no relation that counts then. */
  readonly relation?: { readonly cohabitationRequired: boolean };
  /** Whether the claimant had declared the relative as one. */
  readonly isDeclared: boolean;
  /** Whether a dependent child is declared for the year. */
  readonly dependentChild?: boolean;
  /** What could be spent on the letter, and the last day in Rome on which the latest such credit is valid. */
  readonly spendableCents: Cents;
  readonly creditUntil?: string;
  /** What the threshold of the year leaves, for a letter that counts towards it. */
  readonly thresholdLeftCents?: Cents;
  /** What the firm chose for whoever comes to the threshold, and what the claim would do to a year above it. */
  readonly aboveThreshold?: AboveThreshold;
  readonly crossing?: Crossing;
  /** What other claims left of the document, in euro cents; undefined where it wasn't used. */
  readonly documentLeftCents?: Cents;
  /** What a validator saw: undefined before anyone looked. */
  readonly seen?: { readonly legible: boolean; readonly rightCategory: boolean };
  /** What the document itself says, where it is a FatturaPA. */
  readonly xml?: XmlFacts;
}

/** What a rule found. `code` is one of docs/rules/claim-refusals.json. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
}
