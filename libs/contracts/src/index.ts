/**
 * The contracts: every message between services, with its validator. A version only gains optional fields; anything else is
 * a `.v2` beside it. No message carries a name, a codice fiscale, an IBAN, an address or an e-mail: ids only.
 */
export * from './benefits-claims.messages';
export * from './benefits-contributions.messages';
export * from './benefits-cover.messages';
export * from './benefits-limits.messages';
export * from './benefits-meals.messages';
export * from './benefits-expiry.messages';
export * from './benefits-payroll.messages';
export * from './benefits-plans.messages';
export * from './benefits-residues.messages';
export * from './benefits-premiums.messages';
export * from './benefits.messages';
export * from './companies-intermediaries.messages';
export * from './companies-meetings.messages';
export * from './companies-outreach.messages';
export * from './companies-rosters.messages';
export * from './companies-sites.messages';
export * from './companies.messages';
export * from './envelope/envelope';
export * from './envelope/message';
export * from './identity.messages';
export * from './marketplace.messages';
export * from './memberships';
export * from './points-table';
export * from './programmes-aid.messages';
export * from './programmes-drafts.messages';
export * from './programmes-hours.messages';
export * from './programmes-invoices.messages';
export * from './programmes-ranking.messages';
export * from './programmes-rules.messages';
export * from './programmes.messages';
export * from './providers.messages';
export * from './problems';
export * from './registry';
export * from './vouchers.messages';
