import { derivedId, type JsonObject } from '@salvatempo/kernel';
import type { SiteTimes } from './opening';

/** A place of a firm as it is now, and its opening hours as they were, are and will be. Closed ones stay. */
export interface Site extends SiteTimes {
  /** Belfiore code of the Comune. */
  readonly municipality: string;
  /** Whether things are brought to and taken from it, such as laundry. */
  readonly deliveryPoint: boolean;
}

/** All places that a firm has or had, in one document: so their number and their names can be kept within a rule. */
export interface Sites {
  readonly sites: Readonly<Record<string, Site>>;
}

export const sites = { service: 'companies', name: 'sites', prefix: 'sts', schema: 1, initial: { sites: {} } as Sites };

export const sitesIdOf = (firmId: string): string => derivedId('sts', firmId);
export const siteIdOf = (causeId: string): string => derivedId('sit', causeId);

/** Kept beside the state and in no event: of a sole trader, where they work may be where they live. */
export interface SiteCard {
  readonly name: string;
  readonly address: string;
  /** What to do at a delivery point, e.g. at which door. */
  readonly instructions?: string;
}

export type SiteCards = Readonly<Record<string, SiteCard>>;

export const siteCardsOf = (personal: Readonly<Record<string, unknown>> | undefined): SiteCards => (personal?.['sites'] ?? {}) as SiteCards;
export const personalOfSites = (cards: SiteCards): JsonObject => ({ sites: cards }) as unknown as JsonObject;

/** Whether a place has a last day and a day in Rome is after it. */
export const isClosedOn = ({ lastDay }: Pick<Site, 'lastDay'>, day: string): boolean => lastDay !== undefined && day > lastDay;

/** Names are compared as people read them. */
export const sameName = (one: string, other: string): boolean => one.localeCompare(other, 'it', { sensitivity: 'accent' }) === 0;

/** Whether another place of the firm that isn't closed on a day has the name: rosters name places by it. */
export const isNameTaken = (state: Sites, cards: SiteCards, name: string, day: string, exceptSiteId?: string): boolean =>
  Object.entries(state.sites).some(([siteId, site]) => siteId !== exceptSiteId && !isClosedOn(site, day) && sameName(cards[siteId]?.name ?? '', name));
