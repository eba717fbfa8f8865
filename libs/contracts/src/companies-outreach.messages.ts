import { z } from 'zod';
import { idSchema, municipalitySchema } from './envelope/envelope';
import { event } from './envelope/message';

/** A day in Rome. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** How far a contact is brought by hand; joining follows by itself. */
export const outreachStageSchema = z.enum(['contacted', 'invited', 'met']);
export type OutreachStage = z.infer<typeof outreachStageSchema>;

/** A whole file of firms to contact was found right and will be taken in. */
export const contactImportAccepted = event('companies.contact-import-accepted.v1', z.object({ importId: idSchema, rows: z.number().int().positive().max(1_000) }));
/** `alreadyListed` stay as they were; `alreadyFirms` are registered, so that there is nobody to win over. */
export const contactImportCompleted = event(
  'companies.contact-import-completed.v1',
  z.object({ importId: idSchema, listed: z.number().int().min(0), alreadyListed: z.number().int().min(0), alreadyFirms: z.number().int().min(0) }),
);
/** A firm is to be contacted. */
export const contactListed = event(
  'companies.contact-listed.v1',
  z.object({
    contactId: idSchema,
    /** The id that the firm will have once it registers with this partita IVA. */
    firmId: idSchema,
    municipality: municipalitySchema,
    /** Who found it: a Comune by its Belfiore code, or an association by its id. */
    finder: idSchema.or(municipalitySchema),
  }),
);
export const contactAdvanced = event('companies.contact-advanced.v1', z.object({ contactId: idSchema, stage: outreachStageSchema, reachedOn: day }));
/** The firm registered. */
export const contactJoined = event('companies.contact-joined.v1', z.object({ contactId: idSchema, firmId: idSchema }));
