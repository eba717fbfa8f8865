import { parse } from 'cookie';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'salvatempo_session';
const BEARER = 'Bearer ';
const SECRET = /^[\w.~+/-]{16,2000}$/;

/** Whether a text could be a session's secret or a signed token at all. */
export const isSecret = (text: string): boolean => SECRET.test(text);

/** A token is its own proof; a session's secret has to be exchanged for one. */
export const isToken = (secret: string): boolean => secret.includes('.');

/** The bearer secret of a request, whatever it is. */
export const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined => (authorization?.startsWith(BEARER) ? authorization.slice(BEARER.length) : undefined);

/** What a request shows to be known by: a bearer secret, else what the session's cookie holds, whatever that is. */
export function offeredSecret(request: FastifyRequest): string | undefined {
  const bearer = bearerOf(request);
  if (bearer !== undefined && isSecret(bearer)) return bearer;
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parse(cookie)[SESSION_COOKIE];
}
