/**
 * Identity owns the people of the territory: how they sign in, what they may do and for whom, their sessions, the one-time codes
 * that let them in, and the mails they get. Publishes `identity.events`; listens to companies (a firm has an owner, employees
 * get in, people act for advisers and associations), providers (a cooperative has somebody who runs it) and vouchers (mails; of companies those about places of meetings too), benefits (mails about what a firm hasn't paid), and to its own. Is sent no commands.
 */
export { OperatorBootstrap } from './appoint-operator/operator-bootstrap.handler';
export { IdentityModule } from './identity.module';
