import { proformaCancelled, proformaIssued, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';

export type Issued = DataOf<typeof proformaIssued>;

/** What a firm is asked to transfer for a credit run. Its id follows from its reference, so that a bank line finds it without a list. */
export type Proforma = { readonly status: 'absent' } | ({ readonly status: 'issued'; /** Its run was called off; a transfer with its reference is still the firm's. */ readonly isCancelled?: true } & Issued);

export const proforma = { service: 'benefits', name: 'proforma', prefix: 'prf', schema: 1, initial: { status: 'absent' } as Proforma };

export type IssueProforma = Omit<Issued, 'proformaId'>;

export const issueProformaSlice = slice<Proforma, IssueProforma>({
  command: 'issue-proforma',
  decide(facts, state, { id }) {
    if (state.status === 'absent') return accept(proformaIssued.of({ proformaId: id, ...facts }));
    // Two runs with one reference would pay for each other.
    if (state.runId !== facts.runId) throw new Error(`${id} is the pro-forma of ${state.runId}`);
    return NOTHING;
  },
  evolve: {
    [proformaIssued.type]: (_: Proforma, issued: Issued): Proforma => ({ status: 'issued', ...issued }),
  },
});

/** Its run was called off. */
export const cancelProformaSlice = slice<Proforma, object>({
  command: 'cancel-proforma',
  decide: (_, state, { id }) => (state.status === 'issued' && !state.isCancelled ? accept(proformaCancelled.of({ proformaId: id, firmId: state.firmId, runId: state.runId })) : NOTHING),
  evolve: {
    [proformaCancelled.type]: (state: Proforma): Proforma => (state.status === 'issued' ? { ...state, isCancelled: true } : state),
  },
});
