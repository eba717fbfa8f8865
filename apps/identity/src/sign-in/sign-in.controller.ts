import { Body, Controller, Inject, Ip, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, Unkept, type Answer } from '@salvatempo/http';
import type { Cause } from '@salvatempo/messaging';
import { Credentials } from './credentials.handler';
import { Sessions } from './sessions.handler';
import { SessionView, SignInDto, TokenView } from './sign-in.dto';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('identity')
@Controller('api/identity')
export class SignInController {
  constructor(
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Signs in to the portal: the session is in a cookie that no script reads. */
  @Post('sessions')
  @Anybody()
  @Unkept()
  @ApiCreatedResponse({ type: SessionView })
  async signIn(@Body() { username, password }: SignInDto, @Ip() ip: string, @Res({ passthrough: true }) reply: Reply, @Because() cause: Cause): Promise<Answer<SessionView>> {
    const { roles, ...known } = await this.credentials.recognise(username, password, ip, cause);
    const { secret, expiresAt } = await this.sessions.open(known, cause);
    void reply.header('set-cookie', this.sessions.cookie(secret));
    return { status: 201, body: { personId: known.personId, roles: [...roles], expiresAt }, location: '/api/identity/sessions/current' };
  }

  /** Signs in a program: the session's secret goes into the Authorization header. */
  @Post('tokens')
  @Anybody()
  @Unkept()
  @ApiCreatedResponse({ type: TokenView })
  async token(@Body() { username, password }: SignInDto, @Ip() ip: string, @Because() cause: Cause): Promise<Answer<TokenView>> {
    const { roles: _, ...known } = await this.credentials.recognise(username, password, ip, cause);
    const { secret, expiresAt } = await this.sessions.open(known, cause);
    return { status: 201, body: { accessToken: secret, expiresAt } };
  }
}
