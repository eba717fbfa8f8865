import * as benefitsClaims from './benefits-claims.messages';
import * as benefitsContributions from './benefits-contributions.messages';
import * as benefitsCover from './benefits-cover.messages';
import * as benefitsLimits from './benefits-limits.messages';
import * as benefitsMeals from './benefits-meals.messages';
import * as benefitsExpiry from './benefits-expiry.messages';
import * as benefitsPayroll from './benefits-payroll.messages';
import * as benefitsPlans from './benefits-plans.messages';
import * as benefitsResidues from './benefits-residues.messages';
import * as benefitsPremiums from './benefits-premiums.messages';
import * as benefits from './benefits.messages';
import * as companiesIntermediaries from './companies-intermediaries.messages';
import * as companiesMeetings from './companies-meetings.messages';
import * as companiesOutreach from './companies-outreach.messages';
import * as companiesRosters from './companies-rosters.messages';
import * as companiesSites from './companies-sites.messages';
import * as companies from './companies.messages';
import type { MessageType } from './envelope/message';
import * as identity from './identity.messages';
import * as marketplace from './marketplace.messages';
import * as programmesAid from './programmes-aid.messages';
import * as programmesDrafts from './programmes-drafts.messages';
import * as programmesHours from './programmes-hours.messages';
import * as programmesInvoices from './programmes-invoices.messages';
import * as programmesRanking from './programmes-ranking.messages';
import * as programmesRules from './programmes-rules.messages';
import * as programmes from './programmes.messages';
import * as providers from './providers.messages';
import * as vouchers from './vouchers.messages';

const isMessage = (value: unknown): value is MessageType =>
  typeof value === 'object' && value !== null && 'type' in value && 'topic' in value && 'schema' in value;

/** Every message there is, by type. */
export const messages: ReadonlyMap<string, MessageType> = new Map(
  [benefits, benefitsClaims, benefitsContributions, benefitsCover, benefitsExpiry, benefitsLimits, benefitsMeals, benefitsPayroll, benefitsPlans, benefitsPremiums, benefitsResidues, companies, companiesIntermediaries, companiesMeetings, companiesOutreach, companiesRosters, companiesSites, identity, marketplace, programmes, programmesAid, programmesDrafts, programmesHours, programmesInvoices, programmesRanking, programmesRules, providers, vouchers]
    .flatMap((service) => Object.values(service as Record<string, unknown>))
    .filter(isMessage)
    .map((message) => [message.type, message] as const),
);

/** The names of all topics that messages go to, without the DLQs. */
export const topics: readonly string[] = [...new Set([...messages.values()].map((message) => message.topic))].sort();
