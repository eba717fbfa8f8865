import { applicationDraftEnded, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, refuse, slice, type Decision, type DecisionContext, type Instant } from '@salvatempo/kernel';
import { personalOfDraft, type ApplicationDraft } from '../domain/application-draft';

export interface GiveUpDraft {
  /** Who gives it up. */
  readonly by: string;
}

type Ended = DataOf<typeof applicationDraftEnded>;

/** What was typed is gone from the document with the write, and was never anywhere else. Nothing, where there is no draft. */
function end(why: Pick<Ended, 'how' | 'by'>, { edition, kept }: ApplicationDraft, { id }: DecisionContext): Decision {
  if (!kept) return NOTHING;
  const { callId, firmId } = kept;
  return { ...accept(applicationDraftEnded.of({ draftId: id, callId, firmId, edition: edition + 1, ...why })), personal: personalOfDraft({}) };
}

/** The firm gives its draft up, whether the call still takes applications or not. */
export const giveUpDraftSlice = slice<ApplicationDraft, GiveUpDraft>({
  command: 'give-up-draft',
  decide: ({ by }, state, context) => (state.kept ? end({ how: 'given-up', by }, state, context) : refuse('draft-not-found')),
  evolve: {
    [applicationDraftEnded.type]: (_: ApplicationDraft, { edition }: Ended): ApplicationDraft => ({ edition }),
  },
});

/** The firm applied, from its draft or without one. */
export const submitDraftSlice = slice<ApplicationDraft, object>({
  command: 'submit-draft',
  decide: (_, state, context) => end({ how: 'submitted' }, state, context),
});

/** It lay too long after the call took no more applications. */
export const expireDraftSlice = slice<ApplicationDraft, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide: (_, state, context) => (state.kept && context.at >= state.kept.keptUntil ? end({ how: 'expired' }, state, context) : NOTHING),
});
