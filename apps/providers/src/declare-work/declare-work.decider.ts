import { workDeclared, type DataOf, type WorkBySex } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice, type Instant } from '@salvatempo/kernel';
import type { WorkDeclaration } from '../domain/work-declaration';

export interface DeclareWork {
  readonly providerId: string;
  readonly callId: string;
  /** `YYYY-MM` in Rome. */
  readonly month: string;
  readonly women: WorkBySex;
  readonly men: WorkBySex;
  /** Hours in which services were open beyond what they were before the call; undefined where the provider doesn't say. */
  readonly extraOpeningHours?: number;
  /** Who declares it for the provider. */
  readonly by: string;
  /** The call's. */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

const monthOf = (at: Instant): string => romeDate(at).slice(0, 7);

/** A provider declares a month of a call, or declares it anew: then the new figures hold. */
export const declareWorkSlice = slice<WorkDeclaration, DeclareWork>({
  command: 'declare-work',
  decide({ opensAt, closesAt, extraOpeningHours, ...declared }, _, { id, at }) {
    const { month } = declared;
    if (month > monthOf(at)) return refuse('work-month-not-begun');
    if (month < monthOf(opensAt) || month > monthOf(closesAt)) return refuse('work-month-outside-call');
    return accept(workDeclared.of({ workDeclarationId: id, ...declared, ...(extraOpeningHours !== undefined && { extraOpeningHours }) }));
  },
  evolve: {
    [workDeclared.type]: (_: WorkDeclaration, declared: DataOf<typeof workDeclared>): WorkDeclaration => ({ ...declared, status: 'declared' }),
  },
});
