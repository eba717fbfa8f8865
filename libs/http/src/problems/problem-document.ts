import { fillText, problems } from '@salvatempo/contracts';
import type { ProblemError } from './problem.error';

/** RFC 9457, with a stable `code` and the text in both languages. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly instance?: string;
  readonly [member: string]: unknown;
}

/** The document of a problem. A code that isn't published is a defect and reads as `unexpected`. */
export function problemDocument(problem: ProblemError, instance?: string): ProblemDocument {
  const code = Object.hasOwn(problems, problem.code) ? problem.code : 'unexpected';
  const text = problems[code]!;
  const { params, errors, extra } = problem.details;
  return {
    type: `/problems/${code}`,
    title: fillText(text.en, params),
    status: text.status,
    code,
    detail: fillText(text.it, params),
    detailEn: fillText(text.en, params),
    ...(instance === undefined ? {} : { instance }),
    ...(params === undefined ? {} : { params }),
    ...(errors === undefined ? {} : { errors }),
    ...extra,
  };
}
