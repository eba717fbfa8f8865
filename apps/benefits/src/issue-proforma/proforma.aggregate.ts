import { proformaIssued, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';

export type Issued = DataOf<typeof proformaIssued>;

/** What a firm is asked to transfer for a credit run. Its id follows from its reference, so that a bank line finds it without a list. */
export type Proforma = { readonly status: 'absent' } | ({ readonly status: 'issued' } & Issued);

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
