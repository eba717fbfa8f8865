import type { Language } from '../format/language';

export interface FieldProblem {
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
  readonly code?: string;
  readonly message?: string;
}

/** A refusal of the API (RFC 9457) with its published code and its text in both languages. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detailIt: string,
    readonly detailEn: string,
    readonly document: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  text(language: Language): string {
    return language === 'it' ? this.detailIt : this.detailEn;
  }

  get errors(): readonly FieldProblem[] {
    return Array.isArray(this.document['errors']) ? (this.document['errors'] as FieldProblem[]) : [];
  }
}

const offline = new Problem(0, 'offline', 'Il servizio non risponde. Controllare la connessione e riprovare: nulla è andato perso.', 'The service does not answer. Check the connection and try again: nothing was lost.');
const unreadable = new Problem(500, 'unexpected', 'Qualcosa è andato storto. Riprovare tra poco.', 'Something went wrong. Try again shortly.');

/** Whatever went wrong, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return offline;
  return unreadable;
}

/** The problem of an answer's body. */
export function problemOfBody(body: unknown, status: number): Problem {
  const { code, detail, detailEn } = (body ?? {}) as { code?: string; detail?: string; detailEn?: string };
  if (code === undefined || detail === undefined) return new Problem(status, 'unexpected', unreadable.detailIt, unreadable.detailEn);
  return new Problem(status, code, detail, detailEn ?? detail, body as Record<string, unknown>);
}
