import { Body, Controller, Inject, Ip, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, type Answer } from '@salvatempo/http';
import { addMs } from '@salvatempo/kernel';
import type { Cause } from '@salvatempo/messaging';
import { SESSION_VALID_MS } from '../domain/session';
import { AttemptLimiter } from '../limit-attempts/attempts.limiter';
import { Sessions } from '../sign-in/sessions.handler';
import { SessionView } from '../sign-in/sign-in.dto';
import { Accounts } from './accounts.handler';
import { SignUpDto } from './sign-up.dto';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('identity')
@Controller('api/identity/accounts')
export class SignUpController {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AttemptLimiter) private readonly limiter: AttemptLimiter,
  ) {}

  /**
   * Makes an account for somebody who will register a firm or a cooperative, and signs them in. The session is in the cookie
   * of the first answer only; a repeat with the same key finds the account and no session.
   */
  @Post()
  @Anybody()
  @ApiCreatedResponse({ type: SessionView })
  async signUp(@Body() { username, password }: SignUpDto, @Ip() ip: string, @Res({ passthrough: true }) reply: Reply, @Because() cause: Cause): Promise<Answer<SessionView>> {
    this.limiter.allow('sign-up', ip);
    // Also those in vain: a user name that is taken must not be found out by trying many.
    this.limiter.count('sign-up', ip);
    const personId = await this.accounts.register(username, password, cause);
    // A repeat while the first is being answered opens none, and says the same: the time is that of the first.
    if (cause.lookup !== 'only') {
      const { secret } = await this.sessions.open({ personId, passwordRound: 1 }, cause);
      void reply.header('set-cookie', this.sessions.cookie(secret));
    }
    const expiresAt = addMs(cause.time, SESSION_VALID_MS);
    return { status: 201, body: { personId, roles: [], expiresAt } };
  }
}
