import { Body, Controller, Inject, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, decided, ProblemError, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf, TerritoryKeys } from '@salvatempo/runtime';
import { operators, OPERATORS_ID, type Operators } from '../domain/operators';
import { AttemptLimiter } from '../limit-attempts/attempts.limiter';
import { Accounts } from '../sign-up/accounts.handler';
import type { AppointOperator } from './appoint-operator.decider';
import { FirstOperatorDto, FirstOperatorView } from './first-operator.dto';
import { firstOperatorCode } from './operator-bootstrap.handler';

@ApiTags('identity')
@Controller('api/identity/operators')
export class FirstOperatorController {
  constructor(
    @Inject(runnerOf(operators)) private readonly operators: AggregateRunner<Operators>,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AttemptLimiter) private readonly limiter: AttemptLimiter,
    @Inject(TerritoryKeys) private readonly keys: TerritoryKeys,
  ) {}

  /** Makes the account of the first operator, by the one-time link of the first start. */
  @Post('first')
  @Anybody()
  @ApiCreatedResponse({ type: FirstOperatorView })
  async first(@Body() { code, username, password }: FirstOperatorDto, @Ip() ip: string, @Because() cause: Cause): Promise<Answer<FirstOperatorView>> {
    this.limiter.allow('access-code', ip);
    if (code.toUpperCase() !== firstOperatorCode(this.keys)) {
      this.limiter.count('access-code', ip);
      throw new ProblemError('access-code-refused');
    }
    const there = (await this.operators.load(OPERATORS_ID))?.state.personIds ?? [];
    // Before an account is made for nothing; a repeat goes on to find what it did.
    if (there.length > 0 && cause.lookup === undefined) throw new ProblemError('operator-exists');
    const personId = await this.accounts.register(username, password, cause);
    const data: AppointOperator = { personId, byLink: true };
    decided(await this.operators.execute(OPERATORS_ID, { type: 'appoint-operator', data }, cause));
    return { status: 201, body: { personId } };
  }
}
