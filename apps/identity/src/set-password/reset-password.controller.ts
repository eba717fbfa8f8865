import { Body, Controller, Inject, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { person, type Person } from '../domain/person';
import { AttemptLimiter } from '../limit-attempts/attempts.limiter';
import { Logins } from '../sign-in/logins.handler';
import { AccessCodes } from './access-codes.handler';
import { ResetDto, ResetRequestDto, ResetRequestView, ResetView } from './reset.dto';

@ApiTags('identity')
@Controller('api/identity/password-resets')
export class ResetPasswordController {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(Logins) private readonly logins: Logins,
    @Inject(AccessCodes) private readonly codes: AccessCodes,
    @Inject(AttemptLimiter) private readonly limiter: AttemptLimiter,
  ) {}

  /** Sends a code to the person's address. Answers the same whether or not there is such a person or an address. */
  @Post()
  @Anybody()
  @ApiAcceptedResponse({ type: ResetRequestView })
  async request(@Body() { username }: ResetRequestDto, @Ip() ip: string, @Because() cause: Cause): Promise<Answer<ResetRequestView>> {
    this.limiter.allow('reset', ip);
    this.limiter.count('reset', ip);
    await this.persons.execute(this.logins.personId(username), { type: 'request-reset', data: {} }, cause);
    return { status: 202, body: { status: 'requested' } };
  }

  /** Sets another password by the code; every open session of the person ends. */
  @Post('confirmations')
  @Anybody()
  @ApiCreatedResponse({ type: ResetView })
  async confirm(@Body() { username, code, password }: ResetDto, @Ip() ip: string, @Because() cause: Cause): Promise<Answer<ResetView>> {
    await this.codes.use(this.logins.personId(username), { code, password }, ip, cause);
    return { status: 201, body: { status: 'changed' } };
  }
}
