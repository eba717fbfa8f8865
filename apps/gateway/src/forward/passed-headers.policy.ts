import type { FastifyRequest } from 'fastify';

/** Of one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'host', 'expect']);
/** What a client may say to a service; anything else about who it is or where it comes from would be its own word. */
const PASSED = new Set(['accept', 'accept-language', 'content-type', 'idempotency-key', 'if-none-match', 'prefer', 'traceparent', 'tracestate', 'user-agent']);
/** Headers of ours are passed both ways by their name. */
const OURS = /^x-(?!salvatempo-|forwarded-|original-|http-|real-|user-)[a-z-]+$/;

/** A request's headers as a service gets them: who asks is the token alone, and where from is what this side saw. */
export function forwardedHeaders({ headers, ip, protocol }: FastifyRequest, token: string | undefined): Record<string, string | string[]> {
  const forwarded: Record<string, string | string[]> = { 'x-forwarded-for': ip, 'x-forwarded-proto': protocol };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && (PASSED.has(name) || OURS.test(name))) forwarded[name] = value;
  if (token !== undefined) forwarded.authorization = `Bearer ${token}`;
  return forwarded;
}

/** A service's headers as the client gets them. */
export function returnedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string | string[]> {
  const returned: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !HOP_BY_HOP.has(name)) returned[name] = value;
  return returned;
}
