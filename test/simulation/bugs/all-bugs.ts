import { earlyExpiry } from './early-expiry';
import { noInboxCheck } from './no-inbox-check';
import { noRelease } from './no-release';
import { noVersionGuard } from './no-version-guard';
import { NOTHING_PLANTED, type Plant } from './plant';
import { publishBeforeCommit } from './publish-before-commit';

/** The bugs that the simulation must find, and the product as it is, in which it must find none. */
export const BUGS = {
  'no-inbox-check': noInboxCheck,
  'no-version-guard': noVersionGuard,
  'no-release': noRelease,
  'publish-before-commit': publishBeforeCommit,
  'early-expiry': earlyExpiry,
  none: NOTHING_PLANTED,
} as const satisfies Record<string, Plant>;

export type BugName = keyof typeof BUGS;
