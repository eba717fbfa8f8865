import { parse } from 'cookie';
import { SESSION_COOKIE } from '@salvatempo/http';
import type { FastifyRequest } from 'fastify';

const BEARER = 'Bearer ';
const SECRET = /^[\w.~+/-]{16,2000}$/;

/** What a request shows to be known by: a session's secret, or a signed token; undefined for nothing that could be one. */
export function offeredSecret({ headers: { authorization, cookie } }: FastifyRequest): string | undefined {
  const bearer = authorization?.startsWith(BEARER) ? authorization.slice(BEARER.length) : undefined;
  const offered = bearer !== undefined && SECRET.test(bearer) ? bearer : cookie === undefined ? undefined : parse(cookie)[SESSION_COOKIE];
  return offered !== undefined && SECRET.test(offered) ? offered : undefined;
}

/** A token is its own proof; a secret has to be exchanged. */
export const isToken = (offered: string): boolean => offered.includes('.');
