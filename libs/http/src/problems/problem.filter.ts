import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument } from './problem-document';
import { problemOfError } from './problem-of-error';

/** Writes every error of a request as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly onUnexpected: (error: unknown, correlationId: string) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOfError(error);
    const document = problemDocument(problem, request.url.split('?')[0]);
    if (document.status === 500) this.onUnexpected(error, request.id);
    if (problem.details.retryAfterS !== undefined) void reply.header('retry-after', String(problem.details.retryAfterS));
    void reply.status(document.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
  }
}
