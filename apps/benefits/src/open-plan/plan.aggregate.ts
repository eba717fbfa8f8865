import { planDrafted, planOpened, planPublished, type DataOf, type PlanTerms } from '@salvatempo/contracts';
import { accept, refuse, sha256, slice, type JsonObject } from '@salvatempo/kernel';
import { whyBadTerms, whyNotForward, type PlanVersion } from '../domain/plan-terms';

/**
 * A firm's welfare plan. `draft`: nothing is published yet. `open`: credit is given under the version that holds, or in a plan without
 * versions, as all were once, under no terms but the law's. The texts stand beside the state.
 */
export type Plan = { readonly status: 'absent' } | OpenedPlan;

export interface OpenedPlan extends Omit<DataOf<typeof planOpened>, 'isDraft'> {
  readonly status: 'draft' | 'open';
  /** Oldest first; absent where none was ever published. */
  readonly versions?: readonly PlanVersion[];
  /** What may be published next. */
  readonly draft?: { readonly edition: number; readonly terms: PlanTerms };
  /** Drafts so far. */
  readonly editions?: number;
}

/** Beside the state: what versions say to people, by their number, and the draft's text. */
export interface PlanTexts {
  readonly versions: Readonly<Record<string, string>>;
  readonly draft?: string;
}

export const planTextsOf = (personal: Readonly<Record<string, unknown>> | undefined): PlanTexts => (personal as unknown as PlanTexts | undefined) ?? { versions: {} };

export const plan = { service: 'benefits', name: 'plan', prefix: 'pln', schema: 1, initial: { status: 'absent' } as Plan };

/** Versions of a plan at most: with their texts it stays far below what a document may hold. */
export const MAX_VERSIONS = 12;

export type OpenPlan = Omit<DataOf<typeof planOpened>, 'planId'>;

export const openPlanSlice = slice<Plan, OpenPlan>({
  command: 'open-plan',
  decide: (data, state, { id }) => (state.status === 'absent' ? accept(planOpened.of({ planId: id, ...data })) : refuse('plan-already-open')),
  evolve: {
    [planOpened.type]: (_: Plan, { isDraft, ...opened }: DataOf<typeof planOpened>): Plan => ({ status: isDraft ? 'draft' : 'open', ...opened }),
  },
});

export interface DraftPlan {
  readonly terms: PlanTerms;
  readonly text: string;
}

/** Writes down what may be published next; an earlier draft is gone with it. */
export const draftPlanSlice = slice<Plan, DraftPlan>({
  command: 'draft-plan',
  decide({ terms, text }, state, { personal }) {
    if (state.status === 'absent') return refuse('plan-not-found');
    const wrong = whyBadTerms(terms);
    if (wrong !== undefined) return refuse('plan-terms', { field: wrong });
    if ((state.versions?.length ?? 0) >= MAX_VERSIONS) return refuse('plan-too-many-versions');
    const { planId, firmId, editions = 0 } = state;
    const event = planDrafted.of({ planId, firmId, edition: editions + 1, terms, textHash: sha256(text) });
    return { ...accept(event), personal: { ...planTextsOf(personal), draft: text } as unknown as JsonObject };
  },
  evolve: {
    [planDrafted.type]: (state: Plan, { edition, terms }: DataOf<typeof planDrafted>): Plan => ({ ...(state as OpenedPlan), draft: { edition, terms }, editions: edition }),
  },
});

export interface PublishPlan {
  /** The draft that was seen. */
  readonly edition: number;
  /** Who works for the firm now: a plan for one is for nobody in particular only by its words. */
  readonly employees: number;
}

/** Publishes the draft as the next version. */
export const publishPlanSlice = slice<Plan, PublishPlan>({
  command: 'publish-plan',
  decide({ edition, employees }, state, { at, personal }) {
    if (state.status === 'absent') return refuse('plan-not-found');
    const { planId, firmId, draft, versions = [] } = state;
    if (!draft) return refuse('plan-no-draft');
    if (draft.edition !== edition) return refuse('plan-draft-changed');
    const backward = whyNotForward(versions, draft.terms, at);
    if (backward) return refuse(backward.code, backward.params);
    const { draft: text = '', versions: texts } = planTextsOf(personal);
    const number = versions.length + 1;
    const review = employees <= 1 ? { review: 'single-employee' as const } : {};
    const event = planPublished.of({ planId, firmId, number, edition, terms: draft.terms, textHash: sha256(text), publishedAt: at, ...review });
    return { ...accept(event), personal: { versions: { ...texts, [number]: text } } as unknown as JsonObject };
  },
  evolve: {
    [planPublished.type]: (state: Plan, { planId: _, firmId: __, edition: ___, ...version }: DataOf<typeof planPublished>): Plan => {
      const { draft: ____, ...rest } = state as OpenedPlan;
      return { ...rest, status: 'open', versions: [...(rest.versions ?? []), version] };
    },
  },
});
