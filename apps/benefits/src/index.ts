/**
 * Benefits owns plans, accounts made of lots, what firms owe for what was spent, and where the money of credit comes from: firms' transfers and guarantees. Publishes `benefits.events`; decides the
 * hold, pin, spend and release commands that purchases send, and claims for expenses that employees paid. Listens to companies for who works where
 * and which relatives somebody declared, by id.
 */
export { BenefitsModule } from './benefits.module';
export { accountAggregate } from './account.aggregate';
export type { Account } from './domain/account';
