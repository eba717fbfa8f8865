import { z } from 'zod';
import { idSchema } from './envelope/envelope';
import { event } from './envelope/message';

/** A day in Rome. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const intermediaryKindSchema = z.enum(['adviser', 'association']);
export type IntermediaryKind = z.infer<typeof intermediaryKindSchema>;
/** What a mandate is for: the steps of the path, the survey, the documents that steps are done with. */
export const mandateScopeSchema = z.enum(['accompaniment', 'survey', 'documents']);
export type MandateScope = z.infer<typeof mandateScopeSchema>;
const mandate = { mandateId: idSchema, firmId: idSchema, intermediaryId: idSchema };

/** An adviser's office or an association of employers can be given mandates by firms from now on. */
export const intermediaryRegistered = event('companies.intermediary-registered.v1', z.object({ intermediaryId: idSchema, kind: intermediaryKindSchema }));
/** Somebody acts for it; the role follows. */
export const intermediaryMemberAdded = event(
  'companies.intermediary-member-added.v1',
  z.object({ intermediaryId: idSchema, kind: intermediaryKindSchema, personId: idSchema }),
);
/** Somebody acts for it no more. The role stays and is worth nothing without the membership. */
export const intermediaryMemberRemoved = event('companies.intermediary-member-removed.v1', z.object({ intermediaryId: idSchema, personId: idSchema }));
/** A firm lets an adviser or an association act for it, from a day on. */
export const mandateGiven = event('companies.mandate-given.v1', z.object({ ...mandate, scopes: z.array(mandateScopeSchema).min(1).max(3), firstDay: day }));
/** `endsOn` is the first day on which the mandate doesn't hold any more; a later event of this kind brings it forward. */
export const mandateEnded = event('companies.mandate-ended.v1', z.object({ ...mandate, endsOn: day }));
