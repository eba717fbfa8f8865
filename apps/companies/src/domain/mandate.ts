import type { DataOf, mandateGiven, MandateScope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';

/**
 * What a firm lets one adviser or association do, the latest mandate between these two; earlier ones are in the journal. `ended` is one whose
 * end is known, which may be still to come. Days are `YYYY-MM-DD` in Rome.
 */
export type Mandate =
  | { readonly status: 'absent' }
  | ({ readonly status: 'given' } & MandateFacts)
  | ({ readonly status: 'ended'; readonly endsOn: string } & MandateFacts);
export type KnownMandate = Exclude<Mandate, { status: 'absent' }>;
export type MandateFacts = DataOf<typeof mandateGiven>;

export const mandate = { service: 'companies', name: 'mandate', prefix: 'mnd', schema: 1, initial: { status: 'absent' } as Mandate };

/** There is one at a time between a firm and an adviser or association. */
export const mandateIdOf = (firmId: string, intermediaryId: string): string => derivedId('mnd', firmId, intermediaryId);

type Days = Pick<MandateFacts, 'firstDay'> & { readonly endsOn?: string };

/** Whether a mandate holds on a day: from its first day on, and no more on the day on which it ends. */
export const holdsOn = ({ firstDay, endsOn }: Days, day: string): boolean => firstDay <= day && (endsOn === undefined || day < endsOn);

/** Whether nothing of it is left to come. */
export const isOver = ({ endsOn }: Pick<Days, 'endsOn'>, day: string): boolean => endsOn !== undefined && endsOn <= day;

/** What a mandate is for on a day; nothing where it doesn't hold. */
export const scopesOn = (state: Mandate, day: string): readonly MandateScope[] => (state.status !== 'absent' && holdsOn(state, day) ? state.scopes : []);
