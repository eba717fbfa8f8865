import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { accompaniment, accompanimentIdOf, type Accompaniment } from '../domain/accompaniment';
import { firm, type Firm } from '../domain/firm';
import { knownFirm } from '../read-firms/known-firm.handler';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { stepOn, type AccompanimentStep } from './accompaniment-steps.table';
import { BeginStepDto, CompleteStepDto, HandInDto } from './accompaniment.dto';
import { AccompanimentView, accompanimentView, StepChangeView } from './accompaniment.view';
import type { BeginStep } from './begin-step.decider';
import type { CompleteStep } from './complete-step.decider';
import type { HandIn } from './hand-in.decider';

/** The path of a firm to its plan. The firm writes it down, or who has its mandate for that; who else answers for a step is said with it. */
@ApiTags('companies')
@Controller('api/companies/firms/:firmId/accompaniment')
export class AccompanimentController {
  constructor(
    @Inject(runnerOf(accompaniment)) private readonly paths: AggregateRunner<Accompaniment>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Every step with who answers for it, its days and what it is done with. */
  @Get()
  @Allow('firm-admin', 'operator', 'adviser', 'association')
  @ApiOkResponse({ type: AccompanimentView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<AccompanimentView> {
    authorise(await this.access.of(who, firmId), 'see', 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    return accompanimentView(firmId, (await this.paths.load(accompanimentIdOf(firmId)))?.state ?? accompaniment.initial, this.today());
  }

  /** Begins a step, once those before it are done. */
  @Post('steps/:step/beginning')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: StepChangeView })
  async begin(@Param('firmId') firmId: string, @Param('step') code: string, @Body() body: BeginStepDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<StepChangeView>> {
    const step = await this.stepOf(firmId, code, who, 'follow');
    const begunOn = this.pastDay('begunOn', body.begunOn);
    const due = calendarDay('dueOn', body.dueOn);
    if (due < begunOn) throw new ProblemError('invalid-request', { errors: [{ field: 'dueOn', code: 'due-before-beginning', message: 'La scadenza viene prima dell’inizio.' }] });
    const data: BeginStep = { firmId, step: code, after: step.after, owner: body.owner, begunOn, dueOn: due };
    return this.decide(firmId, code, begunOn, { type: 'begin-step', data }, cause);
  }

  /** Writes down what a step is done with. Of an agreement's deposit the reading tells until when it is in time. */
  @Post('steps/:step/deliverables')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: StepChangeView })
  async handIn(@Param('firmId') firmId: string, @Param('step') code: string, @Body() body: HandInDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<StepChangeView>> {
    const step = await this.stepOf(firmId, code, who, 'hand-in');
    const on = this.pastDay('on', body.on);
    const deliverable = step.deliverables.find((one) => one.code === body.deliverable);
    if (!deliverable) throw new ProblemError('invalid-request', { errors: [{ field: 'deliverable', code: 'deliverable-of-other-step', message: 'Questo documento è di un altro passo.' }] });
    const data: HandIn = { step: code, deliverable: deliverable.code, on, ...(deliverable.of === undefined ? {} : { of: deliverable.of }) };
    return this.decide(firmId, code, on, { type: 'hand-in', data }, cause);
  }

  /** A step is done, with all its deliverables. */
  @Post('steps/:step/completion')
  @Allow('firm-admin', 'adviser', 'association')
  @ApiCreatedResponse({ type: StepChangeView })
  async complete(@Param('firmId') firmId: string, @Param('step') code: string, @Body() body: CompleteStepDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<StepChangeView>> {
    const { deliverables } = await this.stepOf(firmId, code, who, 'follow');
    const doneOn = this.pastDay('doneOn', body.doneOn);
    const data: CompleteStep = { step: code, deliverables: deliverables.map((one) => one.code), doneOn };
    return this.decide(firmId, code, doneOn, { type: 'complete-step', data }, cause);
  }

  private async decide(firmId: string, step: string, day: string, command: { readonly type: string; readonly data: object }, cause: Cause): Promise<Answer<StepChangeView>> {
    const id = accompanimentIdOf(firmId);
    const { sequence } = decided(await this.paths.execute(id, command, cause));
    return { status: 201, body: { firmId, step, day }, location: `/api/companies/firms/${firmId}/accompaniment`, position: `${id}:${sequence}` };
  }

  private async stepOf(firmId: string, code: string, who: Principal, action: 'follow' | 'hand-in'): Promise<AccompanimentStep> {
    authorise(await this.access.of(who, firmId), action, 'Accompaniment', { firmId });
    await knownFirm(this.firms, firmId);
    const step = stepOn(code, this.today());
    if (!step) throw new ProblemError('step-not-found');
    return step;
  }

  private pastDay(field: string, date: string): string {
    if (calendarDay(field, date) > this.today()) throw new ProblemError('invalid-request', { errors: [{ field, code: 'date-in-future', message: 'Questo giorno non è ancora venuto.' }] });
    return date;
  }

  private today(): string {
    return romeDate(this.ports.ambient.clock.now());
  }
}
