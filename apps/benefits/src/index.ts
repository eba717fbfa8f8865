/**
 * Benefits owns plans, accounts made of lots, what firms owe for what was spent, and where the money of credit comes from: firms' transfers and guarantees. Publishes `benefits.events`; decides the
 * hold, pin, spend and release commands that purchases send, and claims for expenses that employees paid. Listens to companies for who works where
 * and which relatives somebody declared, by id.
 */
import type { RowModel } from '@salvatempo/store';
import { boughtBenefits } from './close-payroll-month/payroll-entries.projection';
import { residues } from './read-residues/residues.projection';
import { settledYears } from './settle-year/settled-years.projection';

export { BenefitsModule } from './benefits.module';
export { accountAggregate } from './account.aggregate';
export type { Account } from './domain/account';

/** Read models that only some of an account's events concern, for checks of what they have come to. */
export const sparseProjections: readonly { readonly model: RowModel; readonly on: Readonly<Record<string, unknown>> }[] = [boughtBenefits, residues, settledYears];
