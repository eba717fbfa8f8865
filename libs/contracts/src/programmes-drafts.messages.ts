import { z } from 'zod';
import { idSchema, instantSchema } from './envelope/envelope';
import { event } from './envelope/message';

const draft = {
  draftId: idSchema,
  callId: idSchema,
  firmId: idSchema,
  /** Counts the changes of the firm's draft for the call, from 1; never begins again. */
  edition: z.number().int().positive(),
};

/** A firm keeps what it typed of an application. What that is stands in no event: it isn't declared yet, and half a text may be anything. */
export const applicationDraftSaved = event('programmes.application-draft-saved.v1', z.object({ ...draft, savedAt: instantSchema, keptUntil: instantSchema, by: idSchema }));
/** What was typed is gone: given up, become an application, or left lying after the call took no more. `by` is missing where nobody did it. */
export const applicationDraftEnded = event('programmes.application-draft-ended.v1', z.object({ ...draft, how: z.enum(['given-up', 'submitted', 'expired']), by: idSchema.optional() }));
