import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { accessCodeIssued, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, organisationsOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { hasGrant, person, type Person } from '../domain/person';
import { RenewalView } from './activation-codes.dto';
import type { RenewCode } from './renew-code.decider';

@ApiTags('identity')
@Controller('api/identity/activation-codes')
export class RenewCodeController {
  constructor(@Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>) {}

  /** Makes a new code for one of the firm's people: the old one expired, or the password was lost. It is on the sheet then. */
  @Post(':personId/renewals')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: RenewalView })
  async renew(@Param('personId') personId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RenewalView>> {
    const state = (await this.persons.load(personId))?.state;
    const firmId = state && organisationsOf(who, 'firm-admin').find((own) => hasGrant(state, 'employee', own));
    if (firmId === undefined) throw new ProblemError('not-allowed');
    const data: RenewCode = { role: 'employee', organisationId: firmId };
    const { events } = decided(await this.persons.execute(personId, { type: 'renew-code', data }, cause));
    return { status: 201, body: { personId, expiresAt: (events[0]!.data as DataOf<typeof accessCodeIssued>).expiresAt } };
  }
}
