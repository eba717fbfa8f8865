/** A published reason for a "no": what the status is and what the person reads. `{name}` in a text is filled from the problem's parameters. */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly it: string;
  readonly en: string;
}

/** Codes are stable, kebab-case, and never reused for another meaning. */
export type ProblemTable = Readonly<Record<string, ProblemText>>;

/** Fills a text's `{name}` places; one without a parameter stays as it is. */
export const fillText = (text: string, params: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{([A-Za-z]+)\}/g, (place, name: string) => String(params[name] ?? place));
