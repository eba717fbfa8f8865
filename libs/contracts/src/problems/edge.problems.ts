import type { ProblemTable } from './problem';

/** Problems of the edge itself, the same on every route. */
export const edgeProblems = {
  'invalid-json': { status: 400, it: 'La richiesta non è leggibile.', en: 'The request body is not valid JSON.' },
  'invalid-request': { status: 400, it: 'Alcuni campi non vanno bene: correggere quelli indicati.', en: 'Some fields are wrong; see errors.' },
  'idempotency-key-missing': { status: 400, it: 'Manca l’intestazione Idempotency-Key.', en: 'The Idempotency-Key header is missing.' },
  'idempotency-key-invalid': { status: 400, it: 'L’intestazione Idempotency-Key deve avere da 8 a 80 caratteri semplici.', en: 'The Idempotency-Key header needs 8 to 80 plain characters.' },
  'idempotency-key-reused': { status: 422, it: 'Questa chiave è già stata usata per un’altra richiesta.', en: 'This idempotency key was used with another body.' },
  'request-in-flight': { status: 409, it: 'La stessa richiesta è ancora in corso: riprovare tra poco.', en: 'The same request is still being decided; try again shortly.' },
  'not-signed-in': { status: 401, it: 'Bisogna accedere.', en: 'Sign in first.' },
  'not-allowed': { status: 403, it: 'Non è permesso con questo ruolo.', en: 'Your role does not allow this.' },
  'not-found': { status: 404, it: 'Non trovato.', en: 'Not found.' },
  'no-such-route': { status: 404, it: 'Questo indirizzo non esiste.', en: 'There is no such route.' },
  'too-large': { status: 413, it: 'La richiesta è troppo grande.', en: 'The request is too large.' },
  'unsupported-media-type': { status: 415, it: 'Questo tipo di contenuto non è accettato qui.', en: 'This content type is not accepted here.' },
  'file-kind': { status: 422, it: 'Si accettano PDF, foto JPEG, PNG o HEIC e fatture elettroniche XML, intere: questo file non lo è, qualunque sia il suo nome.', en: 'PDF, JPEG, PNG, HEIC and FatturaPA XML are taken, whole; this file is none, whatever its name.' },
  'file-pages': { status: 422, it: 'Il documento ha più di {pages} pagine: caricare solo quelle che servono.', en: 'The document has more than {pages} pages; upload the ones that matter.' },
  'file-infected': { status: 422, it: 'Il file sembra contenere un virus e non è stato conservato.', en: 'The file seems to hold a virus and wasn’t kept.' },
  'too-many-requests': { status: 429, it: 'Troppe richieste: riprovare tra poco.', en: 'Too many requests; try again later.' },
  'try-later': { status: 503, it: 'Il servizio è momentaneamente occupato: riprovare tra poco. Nulla è andato perso.', en: 'Temporarily unavailable; try again. Nothing was lost.' },
  unexpected: { status: 500, it: 'Qualcosa è andato storto. È stato annotato.', en: 'Something went wrong and was noted.' },
} satisfies ProblemTable;
