import type { FastifyRequest } from 'fastify';
import { addMs, BoundedMap, instantOf, type Clock, type Instant } from '@salvatempo/kernel';
import { bearerOf, isToken, offeredSecret } from './offered-secret';
import type { PrincipalTokens } from './principal-token';
import type { Principal } from './principal';

/** Exchanges a session's secret for a signed token; undefined for a session that isn't open. Provided by identity. */
export interface SessionExchange {
  exchange(sessionSecret: string): Promise<string | undefined>;
}

/** Verified tokens and exchanged sessions remembered in memory. */
const MAX_REMEMBERED = 10_000;
/** A session that was closed elsewhere ends here at the latest after this long; one closed here, at once. */
const REMEMBERED_FOR_MS = 10_000;

interface Remembered {
  readonly principal: Principal;
  readonly until: Instant;
}

/** When a verified token expires; undefined for a session's secret, which doesn't say. */
function expiryOf(secret: string): Instant | undefined {
  const claims = secret.split('.')[1];
  if (claims === undefined) return undefined;
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number };
  return instantOf(exp * 1_000);
}

/** Before identity has started nobody is signed in. */
const NOBODY: SessionExchange = { exchange: async () => undefined };

/** Finds out who makes a request: session cookie or bearer secret, exchanged for a signed token, which is then verified. */
export class Authenticator {
  private readonly remembered = new BoundedMap<string, Remembered>(MAX_REMEMBERED);

  private sessions = NOBODY;

  constructor(
    private readonly tokens: PrincipalTokens,
    private readonly clock: Clock,
  ) {}

  /** Called by identity when it starts. */
  exchangeWith(sessions: SessionExchange): void {
    this.sessions = sessions;
  }

  /** The principal, or undefined for nobody; at once where it is remembered. */
  principalOf(request: FastifyRequest): Principal | undefined | Promise<Principal | undefined> {
    // A bearer that was right a moment ago needn't be looked through, which costs more than the rest.
    const bearer = bearerOf(request);
    const known = bearer === undefined ? undefined : this.known(bearer);
    if (known) return known;
    const secret = offeredSecret(request);
    return secret === undefined ? undefined : (this.known(secret) ?? this.findOut(secret));
  }

  private known(secret: string): Principal | undefined {
    const found = this.remembered.get(secret);
    return found && found.until > this.clock.now() ? found.principal : undefined;
  }

  private async findOut(secret: string): Promise<Principal | undefined> {
    const token = isToken(secret) ? secret : await this.sessions.exchange(secret);
    const principal = token === undefined ? undefined : await this.tokens.verify(token);
    if (principal) this.remember(secret, principal);
    else this.remembered.delete(secret);
    return principal;
  }

  /** Forgets a person's sessions at once: roles changed, signed out, password replaced. */
  forget(personId: string): void {
    for (const [secret, { principal }] of this.remembered) if (principal.personId === personId) this.remembered.delete(secret);
  }

  private remember(secret: string, principal: Principal): void {
    // A token that was verified stays true until it expires; what a session stands for has to be asked again.
    this.remembered.set(secret, { principal, until: expiryOf(secret) ?? addMs(this.clock.now(), REMEMBERED_FOR_MS) });
  }
}
