import type { FileKind, Instant } from '@salvatempo/kernel';

/** A file that somebody handed in for a claim. The file itself is in the encrypted store under the same id. */
export interface ClaimDocument {
  readonly status: 'absent' | 'stored' | 'attached' | 'dropped';
  readonly personId: string;
  readonly kind?: FileKind;
  readonly claimId?: string;
  /** One that no claim was made with is kept so long. */
  readonly keptUntil?: Instant;
}

/** A file without a claim is kept so long, and no longer: it may be about somebody's health. */
export const KEPT_DAYS = 14;

export const claimDocument = {
  service: 'benefits',
  name: 'claim-document',
  prefix: 'cdo',
  schema: 1,
  initial: { status: 'absent', personId: '' } as ClaimDocument,
  deadline: ({ status, keptUntil }: ClaimDocument): Instant | undefined => (status === 'stored' ? keptUntil : undefined),
};
