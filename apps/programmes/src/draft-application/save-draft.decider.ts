import { applicationDraftSaved, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice, type Instant } from '@salvatempo/kernel';
import { keptUntilOf, personalOfDraft, type ApplicationDraft, type Typed } from '../domain/application-draft';

export interface SaveDraft {
  readonly callId: string;
  readonly firmId: string;
  /** Who typed it. */
  readonly by: string;
  /** The edition that was on the page; 0 where there was none. */
  readonly basedOn: number;
  readonly typed: Typed;
  readonly applicationsEndAt: Instant;
}

/** Keeps the whole of what is typed, unless somebody changed the draft meanwhile elsewhere: nothing typed is written over unseen. */
export const saveDraftSlice = slice<ApplicationDraft, SaveDraft>({
  command: 'save-draft',
  decide({ callId, firmId, by, basedOn, typed, applicationsEndAt }, { edition }, { id, at }) {
    if (at >= applicationsEndAt) return refuse('applications-closed');
    if (basedOn !== edition) return refuse('draft-changed');
    const event = applicationDraftSaved.of({ draftId: id, callId, firmId, edition: edition + 1, savedAt: at, keptUntil: keptUntilOf(applicationsEndAt), by });
    return { ...accept(event), personal: personalOfDraft(typed) };
  },
  evolve: {
    [applicationDraftSaved.type]: (_: ApplicationDraft, { edition, callId, firmId, savedAt, keptUntil }: DataOf<typeof applicationDraftSaved>): ApplicationDraft => ({ edition, kept: { callId, firmId, savedAt, keptUntil } }),
  },
});
