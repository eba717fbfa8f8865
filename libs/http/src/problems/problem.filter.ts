import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfError } from './problem-of-error';
import { sendProblem } from './send-problem';

/** Writes every error of a request as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly onUnexpected: (error: unknown, correlationId: string) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { status } = sendProblem(http.getResponse<FastifyReply>(), problemOfError(error), request.url.split('?')[0]);
    if (status === 500) this.onUnexpected(error, request.id);
  }
}
