import { derivedId } from '@salvatempo/kernel';
import { HandClock } from '@salvatempo/testing';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator';
import { SESSION_COOKIE } from './offered-secret';
import { PrincipalTokens, TOKEN_LIFETIME_S } from './principal-token';
import type { Principal } from './principal';

const clock = new HandClock();
const tokens = new PrincipalTokens(Buffer.alloc(32, 1), clock);
const employee: Principal = { personId: derivedId('per', 'a'), sessionId: derivedId('ses', 'a'), roles: [{ role: 'employee', organisationId: derivedId('com', 'a') }] };
const SECRET = 'session-secret-of-some-length';

const asking = (authorization?: string, cookie?: string): FastifyRequest => ({ headers: { authorization, cookie } }) as unknown as FastifyRequest;

let exchanges: number;
let open: Set<string>;
let authenticator: Authenticator;

beforeEach(() => {
  exchanges = 0;
  open = new Set([SECRET]);
  authenticator = new Authenticator(tokens, clock);
  authenticator.exchangeWith({ exchange: async (secret) => (exchanges++, open.has(secret) ? tokens.sign(employee) : undefined) });
});

describe('who is asking', () => {
  it('is known by a session’s cookie, by its secret as a bearer, or by a signed token', async () => {
    for (const request of [asking(undefined, `other=1; ${SESSION_COOKIE}=${SECRET}`), asking(`Bearer ${SECRET}`), asking(`Bearer ${await tokens.sign(employee)}`)]) expect(await authenticator.principalOf(request)).toEqual(employee);
  });

  it.each(['', 'Basic dXNlcjpwYXNz', 'Bearer', 'Bearer short', `bearer ${SECRET}`, `Bearer ${SECRET} ${SECRET}`, `Bearer ${'x'.repeat(2_001)}`, `Bearer ${SECRET}\u0000`])('is nobody with %j', async (header) => {
    expect(await authenticator.principalOf(asking(header))).toBeUndefined();
  });

  it('is asked of identity once in a while, not for each request', async () => {
    for (let n = 0; n < 5; n++) await authenticator.principalOf(asking(`Bearer ${SECRET}`));
    expect(exchanges).toBe(1);
    clock.pass(10_001);
    await authenticator.principalOf(asking(`Bearer ${SECRET}`));
    expect(exchanges).toBe(2);
  });

  it('is nobody at once after the session was closed here, and after ten seconds where it was closed elsewhere', async () => {
    await authenticator.principalOf(asking(`Bearer ${SECRET}`));
    open.clear();
    expect(await authenticator.principalOf(asking(`Bearer ${SECRET}`))).toEqual(employee);
    authenticator.forget(employee.personId);
    expect(await authenticator.principalOf(asking(`Bearer ${SECRET}`))).toBeUndefined();
  });

  it('is nobody before identity has started', async () => {
    expect(await new Authenticator(tokens, clock).principalOf(asking(`Bearer ${SECRET}`))).toBeUndefined();
  });
});

describe('a signed token', () => {
  const tampered = (token: string, change: (claims: Record<string, unknown>) => void): string => {
    const [header, payload, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Record<string, unknown>;
    change(claims);
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };

  it('is good for five minutes', async () => {
    const token = await tokens.sign(employee);
    clock.pass((TOKEN_LIFETIME_S - 1) * 1_000);
    expect(await tokens.verify(token)).toEqual(employee);
    clock.pass(2_000);
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('of another key, with another role, without a signature or of another kind is no token', async () => {
    const token = await tokens.sign(employee);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
    const forged = [
      await new PrincipalTokens(Buffer.alloc(32, 2), clock).sign(employee),
      tampered(token, (claims) => (claims.roles = [{ role: 'operator', organisationId: 'territory' }])),
      tampered(token, (claims) => (claims.iss = 'somebody')),
      unsigned,
      `${token}x`,
      'a.b.c',
      '',
    ];
    for (const one of forged) expect(await tokens.verify(one)).toBeUndefined();
  });
});
