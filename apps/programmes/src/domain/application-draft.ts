import type { CallTerms } from '@salvatempo/contracts';
import { addMs, DAY_MS, derivedId, type Instant, type JsonObject } from '@salvatempo/kernel';

/** What a firm has typed of an application so far; whatever is missing wasn't touched. Kept beside the state and in no event. */
export interface Typed {
  readonly artisan?: boolean;
  /** Codes as typed, finished or not. */
  readonly memberships?: string;
  readonly otherFunding?: boolean;
}

/** A firm's draft for one call, before anything is declared: nothing is reserved for it, and its time counts nowhere. */
export interface ApplicationDraft {
  /** Counts the changes, and goes on after the draft ended, so that a page that is still open elsewhere knows that it is old. */
  readonly edition: number;
  /** Undefined where there is no draft. */
  readonly kept?: {
    readonly callId: string;
    readonly firmId: string;
    readonly savedAt: Instant;
    /** When it is forgotten by itself. */
    readonly keptUntil: Instant;
  };
}

export const applicationDraft = {
  service: 'programmes',
  name: 'application-draft',
  prefix: 'adr',
  schema: 1,
  initial: { edition: 0 } as ApplicationDraft,
  deadline: ({ kept }: ApplicationDraft): Instant | undefined => kept?.keptUntil,
};

/** A firm has one draft for a call. */
export const draftIdOf = (callId: string, firmId: string): string => derivedId('adr', callId, firmId);

export const typedIn = (personal: Readonly<Record<string, unknown>> | undefined): Typed => (personal?.['typed'] ?? {}) as Typed;
export const personalOfDraft = (typed: Typed): JsonObject => ({ typed: { ...typed } }) as unknown as JsonObject;

/** From when on a call takes no more applications: a ranked one before it closes. */
export const applicationsEndAt = ({ closesAt, ranking }: Pick<CallTerms, 'closesAt' | 'ranking'>): Instant => ranking?.applicationsCloseAt ?? closesAt;

const KEPT_AFTER_MS = 30 * DAY_MS;
/** A draft of a closed call can be read for thirty days, and is then of no use to anybody. */
export const keptUntilOf = (endAt: Instant): Instant => addMs(endAt, KEPT_AFTER_MS);
