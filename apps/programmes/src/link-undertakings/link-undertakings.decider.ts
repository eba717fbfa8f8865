import { undertakingLinkRequested, undertakingsLinked, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice } from '@salvatempo/kernel';
import type { UndertakingLink } from '../domain/undertaking-link';

export interface LinkUndertakings {
  readonly firmIds: readonly string[];
  readonly reason: string;
}

/** Begins to link two firms: their registers become one, and then they are linked. */
export const linkUndertakingsSlice = slice<UndertakingLink, LinkUndertakings>({
  command: 'link-undertakings',
  decide({ firmIds, reason }, state, { id, at }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} was asked for already`);
    if (new Set(firmIds).size !== 2) return refuse('undertaking-same-firm');
    return accept(undertakingLinkRequested.of({ linkId: id, firmIds: [...firmIds], reason, requestedAt: at }));
  },
  evolve: {
    [undertakingLinkRequested.type]: (_: UndertakingLink, { linkId, firmIds }: DataOf<typeof undertakingLinkRequested>): UndertakingLink => ({ status: 'linking', linkId, firmIds }),
  },
});

/** One register has both firms. */
export const noteLinkedSlice = slice<UndertakingLink, { readonly registerId: string }>({
  command: 'note-linked',
  decide({ registerId }, state) {
    if (state.status !== 'linking') return NOTHING;
    const { linkId, firmIds } = state;
    return accept(undertakingsLinked.of({ linkId, firmIds: [...firmIds], registerId }));
  },
  evolve: {
    [undertakingsLinked.type]: (_: UndertakingLink, { linkId, firmIds, registerId }: DataOf<typeof undertakingsLinked>): UndertakingLink => ({ status: 'linked', linkId, firmIds, registerId }),
  },
});
