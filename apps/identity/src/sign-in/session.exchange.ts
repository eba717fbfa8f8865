import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Authenticator, PrincipalTokens, type SessionExchange } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { person, type Person } from '../domain/person';
import { session, sessionIdOf, type Session } from '../domain/session';

/** Exchanges a session's secret for a signed token with the person's roles of the moment. */
@Injectable()
export class OpenSessions implements SessionExchange, OnModuleInit {
  constructor(
    @Inject(runnerOf(session)) private readonly sessions: AggregateRunner<Session>,
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(PrincipalTokens) private readonly tokens: PrincipalTokens,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  onModuleInit(): void {
    this.authenticator.exchangeWith(this);
  }

  async exchange(secret: string): Promise<string | undefined> {
    const sessionId = sessionIdOf(secret);
    const opened = (await this.sessions.load(sessionId))?.state;
    if (opened?.status !== 'open' || opened.expiresAt <= this.ports.ambient.clock.now()) return undefined;
    const { personId, passwordRound } = opened;
    const known = (await this.persons.load(personId))?.state;
    // A password that was replaced takes its sessions with it.
    if (known?.passwordRound !== passwordRound) return undefined;
    return this.tokens.sign({ personId, sessionId, roles: known.roles });
  }
}
