import { Controller, Get, Headers, Inject, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anybody } from '@salvatempo/http';
import { InternalGuard, SESSION_EXCHANGE_PATH, SESSION_HEADER } from '@salvatempo/runtime';
import { OpenSessions } from './session.exchange';

/** The gateway exchanges what a browser or a program shows for a token that each service verifies by itself. */
@ApiExcludeController()
@Controller(SESSION_EXCHANGE_PATH.slice(1))
@UseGuards(InternalGuard)
export class ExchangeSessionController {
  constructor(@Inject(OpenSessions) private readonly sessions: OpenSessions) {}

  /** No token where no open session has this secret. */
  @Get()
  @Anybody()
  async exchange(@Headers(SESSION_HEADER) secret: string | undefined): Promise<{ token?: string }> {
    const token = secret === undefined ? undefined : await this.sessions.exchange(secret);
    return token === undefined ? {} : { token };
  }
}
