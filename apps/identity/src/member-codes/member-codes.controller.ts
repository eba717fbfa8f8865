import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { accessCodeIssued, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { ActivationCodeView, RenewalView } from '../activation-codes/activation-codes.dto';
import { codeView } from '../activation-codes/code.view';
import type { RenewCode } from '../activation-codes/renew-code.decider';
import { person, type Grant, type Person } from '../domain/person';
import { identityPolicy } from '../identity.policy';

/** Codes of people who act for an adviser's office or an association: the officer who named them hands them on. */
@ApiTags('identity')
@Controller('api/identity/intermediaries/:intermediaryId/codes/:memberPersonId')
export class MemberCodesController {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Whether somebody is let in already, and the code of whoever isn't. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: ActivationCodeView })
  async one(@Param('intermediaryId') intermediaryId: string, @Param('memberPersonId') personId: string, @Who() who: Principal): Promise<ActivationCodeView> {
    authorise(identityPolicy(who), 'read', 'MemberCode', {});
    const { state } = await this.member(personId, intermediaryId);
    return codeView(personId, state, intermediaryId, this.ports);
  }

  /** Makes a new code: the old one expired, or the password was lost. */
  @Post('renewals')
  @Allow('operator')
  @ApiCreatedResponse({ type: RenewalView })
  async renew(@Param('intermediaryId') intermediaryId: string, @Param('memberPersonId') personId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RenewalView>> {
    authorise(identityPolicy(who), 'read', 'MemberCode', {});
    const { grant } = await this.member(personId, intermediaryId);
    const data: RenewCode = grant;
    const { events } = decided(await this.persons.execute(personId, { type: 'renew-code', data }, cause));
    return { status: 201, body: { personId, expiresAt: (events[0]!.data as DataOf<typeof accessCodeIssued>).expiresAt } };
  }

  /** Throws ProblemError `not-allowed` for anybody who acts for no such organisation. */
  private async member(personId: string, intermediaryId: string): Promise<{ readonly state: Person; readonly grant: Grant }> {
    const state = (await this.persons.load(personId))?.state;
    const grant = state?.roles.find(({ role, organisationId }) => (role === 'adviser' || role === 'association') && organisationId === intermediaryId);
    if (!state || !grant) throw new ProblemError('not-allowed');
    return { state, grant };
  }
}
