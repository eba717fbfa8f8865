import { Inject, Injectable } from '@nestjs/common';
import { sessionOpened, type DataOf } from '@salvatempo/contracts';
import { decided, SESSION_COOKIE } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { session, SESSION_VALID_MS, sessionIdOf, type Session } from '../domain/session';
import type { OpenSession } from './open-session.decider';

export interface OpenedSession {
  /** Told to the client, kept nowhere. */
  readonly secret: string;
  readonly expiresAt: string;
}

/** Opens sessions and writes their cookies. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(runnerOf(session)) private readonly sessions: AggregateRunner<Session>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Opens a new one each time, whatever the request did before. */
  async open(data: OpenSession, { time, correlationId, tenantId }: Cause): Promise<OpenedSession> {
    const secret = Buffer.from(this.ports.ambient.randomness.bytes(32)).toString('base64url');
    const sessionId = sessionIdOf(secret);
    const cause: Cause = { id: derivedId('req', sessionId), time, correlationId, tenantId };
    const { events } = decided(await this.sessions.execute(sessionId, { type: 'open-session', data }, cause));
    return { secret, expiresAt: (events[0]!.data as DataOf<typeof sessionOpened>).expiresAt };
  }

  /** The cookie with a secret, or the one that removes it. */
  cookie(secret: string | undefined): string {
    const seconds = secret === undefined ? 0 : SESSION_VALID_MS / 1_000;
    const secure = this.ports.publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${SESSION_COOKIE}=${secret ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
  }
}
