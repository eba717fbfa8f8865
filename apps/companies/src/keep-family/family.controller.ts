import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, Because, calendarDay, decided, type FieldError, type Principal, ProblemError, Who } from '@salvatempo/http';
import { isFiscalCode, normaliseFiscalCode, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { family, familyIdOf, memberIdOf, membersOf, type Family } from '../domain/family';
import { acceptedVersion } from '../register-firm/declarations.table';
import type { DeclareMember } from './declare-member.decider';
import type { EraseMember } from './erase-member.decider';
import { DeclareMemberDto } from './family.dto';
import { FamilyMemberRef, FamilyView, memberView } from './family.view';

/** An employee's own relatives. There is no route by which an employer or an officer could read them. */
@ApiTags('companies')
@Controller('api/companies/people/me/family-members')
export class FamilyController {
  constructor(
    @Inject(runnerOf(family)) private readonly families: AggregateRunner<Family>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The caller's relatives, each with whether benefits may be used for them today and by which norm. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: FamilyView })
  async mine(@Who() { personId }: Principal): Promise<FamilyView> {
    const found = await this.families.load(familyIdOf(personId));
    return { items: Object.entries(membersOf(found?.personal)).map(([memberId, member]) => memberView(memberId, member, this.today())) };
  }

  /** Keeps a relative of the caller, or declares anew what holds of one (the codice fiscale tells who). The employer never sees it. */
  @Post()
  @Allow('employee')
  @ApiCreatedResponse({ type: FamilyMemberRef })
  async declare(@Body() body: DeclareMemberDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<FamilyMemberRef>> {
    const familyId = familyIdOf(personId);
    const data = this.command(body, familyId, personId);
    return this.answer(201, familyId, data.memberId, await this.families.execute(familyId, { type: 'declare-member', data }, cause));
  }

  /** Forgets a relative of the caller, for good. */
  @Delete(':memberId')
  @Allow('employee')
  @ApiOkResponse({ type: FamilyMemberRef })
  async erase(@Param('memberId') memberId: string, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<FamilyMemberRef>> {
    const familyId = familyIdOf(personId);
    const data: EraseMember = { personId, memberId };
    return this.answer(200, familyId, memberId, await this.families.execute(familyId, { type: 'erase-member', data }, cause));
  }

  private answer(status: 200 | 201, familyId: string, memberId: string, outcome: Parameters<typeof decided<Family>>[0]): Answer<FamilyMemberRef> {
    const { sequence } = decided(outcome);
    // Ids alone: answers are kept for a day.
    return { status, body: { memberId }, location: '/api/companies/people/me/family-members', position: `${familyId}:${sequence}` };
  }

  private command({ declarationAccepted: _, declarationVersion, ...body }: DeclareMemberDto, familyId: string, personId: string): DeclareMember {
    const today = this.today();
    const fiscalCode = normaliseFiscalCode(body.fiscalCode);
    const memberPersonId = this.ports.keys.personId(fiscalCode);
    const errors: FieldError[] = [];
    if (!isFiscalCode(fiscalCode)) errors.push({ field: 'fiscalCode', code: 'fiscal-code-check', message: 'Il codice fiscale non è giusto: controllare i 16 caratteri.' });
    for (const field of ['birthDate', 'from'] as const)
      if (calendarDay(field, body[field]) > today) errors.push({ field, code: 'date-in-future', message: 'Questo giorno non è ancora venuto.' });
    if (body.from < body.birthDate) errors.push({ field: 'from', code: 'before-birth', message: 'Questo giorno viene prima della nascita.' });
    if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
    if (memberPersonId === personId) throw new ProblemError('family-member-oneself');
    const version = acceptedVersion('family-member', today, declarationVersion);
    return { ...body, fiscalCode, personId, memberId: memberIdOf(familyId, memberPersonId), version };
  }

  private today(): string {
    return romeDate(this.ports.ambient.clock.now());
  }
}
