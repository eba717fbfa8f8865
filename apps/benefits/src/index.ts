/**
 * Benefits owns plans, accounts made of lots, and what firms owe for what was spent. Publishes `benefits.events`; decides the
 * hold, pin, spend and release commands that purchases send. Listens to companies for who works where.
 */
export { BenefitsModule } from './benefits.module';
