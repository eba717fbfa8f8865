import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { FastifyRequest } from 'fastify';
import { TerritoryKeys } from '../keys/territory-keys';

/** Under this path services talk to each other; the gateway leads nobody there. */
export const INTERNAL_PATH = '/internal';
/** Where identity exchanges a session's secret, shown in this header, for a signed token. */
export const SESSION_EXCHANGE_PATH = `${INTERNAL_PATH}/sessions/current`;
export const SESSION_HEADER = 'x-salvatempo-session';
const HEADER = 'x-salvatempo-internal';

/** What a process of the territory shows another one: it follows from the key that they share. */
export const internalHeaders = (keys: TerritoryKeys): Readonly<Record<string, string>> => ({ [HEADER]: keys.derive('internal-access').toString('base64url') });

/** Lets in processes of the same territory alone. */
@Injectable()
export class InternalGuard implements CanActivate {
  private readonly secret: Buffer;

  constructor(@Inject(TerritoryKeys) keys: TerritoryKeys) {
    this.secret = Buffer.from(internalHeaders(keys)[HEADER]!);
  }

  canActivate(context: ExecutionContext): boolean {
    const shown = Buffer.from(String(context.switchToHttp().getRequest<FastifyRequest>().headers[HEADER] ?? ''));
    if (shown.length === this.secret.length && timingSafeEqual(shown, this.secret)) return true;
    throw new ProblemError('not-found');
  }
}
