import type { FastifyReply } from 'fastify';
import { problemDocument, type ProblemDocument } from './problem-document';
import type { ProblemError } from './problem.error';

/** Answers with a problem, as `application/problem+json`. Returns what was sent. */
export function sendProblem(reply: FastifyReply, problem: ProblemError, instance?: string): ProblemDocument {
  const document = problemDocument(problem, instance);
  const { retryAfterS } = problem.details;
  if (retryAfterS !== undefined) void reply.header('retry-after', String(retryAfterS));
  void reply.status(document.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
  return document;
}
