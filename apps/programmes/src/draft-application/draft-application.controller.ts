import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { applicationDraftEnded, applicationDraftSaved, CallTerms, DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { allotment, allotmentIdOf, type Allotment } from '../domain/allotment';
import { applicationDraft, applicationsEndAt, draftIdOf, typedIn, type ApplicationDraft, type Typed } from '../domain/application-draft';
import { call, type Call } from '../domain/call';
import { programmesPolicy } from '../programmes.policy';
import { SaveDraftDto } from './draft-application.dto';
import { DraftRef, DraftView, draftView } from './draft.view';
import type { GiveUpDraft } from './end-draft.decider';
import type { SaveDraft } from './save-draft.decider';

/** What a firm typed of an application before it applies. There is no route by which anybody else could read it. */
@ApiTags('programmes')
@Controller('api/programmes/firms/:firmId/drafts/:callId')
export class DraftApplicationController {
  constructor(
    @Inject(runnerOf(applicationDraft)) private readonly drafts: AggregateRunner<ApplicationDraft>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The firm’s draft for a call, and whether the call takes applications now; edition 0 where there never was one. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: DraftView })
  async one(@Param('firmId') firmId: string, @Param('callId') callId: string, @Who() who: Principal): Promise<DraftView> {
    authorise(programmesPolicy(who), 'draft', 'Application', { firmId });
    const terms = await this.termsOf(callId);
    const found = await this.drafts.load(draftIdOf(callId, firmId));
    const about = { callId, firmId, opensAt: terms.opensAt, applicationsEndAt: applicationsEndAt(terms) };
    return draftView(about, found?.state ?? applicationDraft.initial, typedIn(found?.personal), this.ports.ambient.clock.now());
  }

  /** Keeps what is typed. Nothing is declared or reserved by it, and it has no place in any queue. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: DraftRef })
  async save(@Param('firmId') firmId: string, @Param('callId') callId: string, @Body() body: SaveDraftDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<DraftRef>> {
    authorise(programmesPolicy(who), 'draft', 'Application', { firmId });
    const terms = await this.termsOf(callId);
    const applied = (await this.allotments.load(allotmentIdOf(callId, firmId)))?.state;
    if (applied && applied.status !== 'absent' && applied.status !== 'refused') throw new ProblemError('allotment-already-requested');
    const data: SaveDraft = { callId, firmId, by: who.personId, basedOn: body.edition, typed: typedOf(body), applicationsEndAt: applicationsEndAt(terms) };
    const { events, sequence } = decided(await this.drafts.execute(draftIdOf(callId, firmId), { type: 'save-draft', data }, cause));
    const { edition, savedAt } = events[0]!.data as DataOf<typeof applicationDraftSaved>;
    // What was typed isn't repeated: answers are kept for a day.
    return this.answer(201, { callId, firmId, edition, savedAt }, sequence);
  }

  /** Throws the firm’s draft away. */
  @Delete()
  @Allow('firm-admin')
  @ApiOkResponse({ type: DraftRef })
  async giveUp(@Param('firmId') firmId: string, @Param('callId') callId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<DraftRef>> {
    authorise(programmesPolicy(who), 'draft', 'Application', { firmId });
    const data: GiveUpDraft = { by: who.personId };
    const { events, sequence } = decided(await this.drafts.execute(draftIdOf(callId, firmId), { type: 'give-up-draft', data }, cause));
    const { edition } = events[0]!.data as DataOf<typeof applicationDraftEnded>;
    return this.answer(200, { callId, firmId, edition }, sequence);
  }

  private answer(status: 200 | 201, body: DraftRef, sequence: number): Answer<DraftRef> {
    const { callId, firmId } = body;
    return { status, body, location: `/api/programmes/firms/${firmId}/drafts/${callId}`, position: `${draftIdOf(callId, firmId)}:${sequence}` };
  }

  /** Throws ProblemError `call-not-found`. */
  private async termsOf(callId: string): Promise<CallTerms> {
    const found = (await this.calls.load(callId))?.state;
    if (!found || found.status === 'absent') throw new ProblemError('call-not-found');
    return found.terms;
  }
}

/** Only what is there: a store keeps no undefined. */
const typedOf = ({ artisan, memberships, otherFunding }: SaveDraftDto): Typed => ({
  ...(artisan !== undefined && { artisan }),
  ...(memberships !== undefined && { memberships }),
  ...(otherFunding !== undefined && { otherFunding }),
});
