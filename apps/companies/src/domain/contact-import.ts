import type { contactImportAccepted, contactImportCompleted, DataOf } from '@salvatempo/contracts';

/** A file of firms to contact that was found right as a whole and is being taken in, line by line, until it is complete. */
export type ContactImport =
  | { readonly status: 'absent' }
  | ({ readonly status: 'accepted' } & DataOf<typeof contactImportAccepted>)
  | ({ readonly status: 'completed' } & DataOf<typeof contactImportAccepted> & DataOf<typeof contactImportCompleted>);
export type KnownContactImport = Exclude<ContactImport, { status: 'absent' }>;

export const contactImport = { service: 'companies', name: 'contact-import', prefix: 'cim', schema: 1, initial: { status: 'absent' } as ContactImport };

export const isTakenIn = (state: ContactImport): state is Extract<ContactImport, { status: 'completed' }> => state.status === 'completed';
