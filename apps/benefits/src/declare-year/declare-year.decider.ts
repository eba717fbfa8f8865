import { yearDeclared, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice, type Cents, type Instant, type JsonObject } from '@salvatempo/kernel';
import { useOf, type Account } from '../domain/account';

/** Tax years of which the children's codici fiscali are kept, the latest ones; controls reach back five years (docs/rules). */
const MAX_YEARS = 6;

export interface DeclareYear {
  readonly taxYear: number;
  /** Value of c.3 benefits from other employers in the year, in euro cents. */
  readonly externalCents: Cents;
  /** Codici fiscali, checked. */
  readonly childFiscalCodes: readonly string[];
  /** Of the text that was accepted. */
  readonly version: string;
}

/** What was declared of a year, beside the account's state. */
export interface YearDeclaration extends Omit<DeclareYear, 'taxYear'> {
  readonly at: Instant;
}

export type YearDeclarations = Readonly<Record<string, YearDeclaration>>;

export const declarationsOf = (personal: Readonly<Record<string, unknown>> | undefined): YearDeclarations => (personal?.['years'] ?? {}) as unknown as YearDeclarations;

/**
 * Takes what somebody declares of a tax year; the last word holds, also where it leaves the year above the threshold: what is true is
 * recorded, and the settlement of the year draws the consequence. The event tells that there is a child, never whose codice fiscale.
 */
export const declareYearSlice = slice<Account, DeclareYear>({
  command: 'declare-year',
  decide({ taxYear, externalCents, childFiscalCodes, version }, state, { id, at, personal }) {
    if (state.accountId === '') return refuse('account-not-found');
    const others = Object.entries(declarationsOf(personal)).filter(([year]) => Number(year) !== taxYear);
    const kept = others.sort(([a], [b]) => Number(b) - Number(a)).slice(0, MAX_YEARS - 1);
    const years = Object.fromEntries([...kept, [String(taxYear), { externalCents, childFiscalCodes, version, at }]]);
    const event = yearDeclared.of({ accountId: id, taxYear, externalCents, dependentChild: childFiscalCodes.length > 0, declaration: { code: 'fringe-threshold', version } });
    return { ...accept(event), personal: { ...personal, years } as unknown as JsonObject };
  },
  evolve: {
    [yearDeclared.type]: (state: Account, { taxYear, externalCents, dependentChild }: DataOf<typeof yearDeclared>): Account => ({
      ...state,
      threshold: { ...state.threshold, [taxYear]: { ...useOf(state, taxYear), externalCents, dependentChild } },
    }),
  },
});
