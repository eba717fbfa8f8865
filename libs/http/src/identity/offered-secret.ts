import { parse } from 'cookie';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'salvatempo_session';
const BEARER = 'Bearer ';
const SECRET = /^[\w.~+/-]{16,2000}$/;

/** Whether a text could be a session's secret or a signed token at all. */
export const isSecret = (text: string): boolean => SECRET.test(text);

/** A token is its own proof; a session's secret has to be exchanged for one. */
export const isToken = (secret: string): boolean => secret.includes('.');

/**
 * What a request shows to be known by: a bearer secret, else what the session's cookie holds, whatever that is.
 * @param isKnown says of a bearer that was right a moment ago that the pattern, which costs more than the rest, needn't be asked.
 */
export function offeredSecret({ headers: { authorization, cookie } }: FastifyRequest, isKnown: (secret: string) => boolean = () => false): string | undefined {
  const bearer = authorization?.startsWith(BEARER) ? authorization.slice(BEARER.length) : undefined;
  if (bearer !== undefined && (isKnown(bearer) || isSecret(bearer))) return bearer;
  return cookie === undefined ? undefined : parse(cookie)[SESSION_COOKIE];
}
