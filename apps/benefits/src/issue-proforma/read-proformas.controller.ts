import { Controller, Get, Headers, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { isTransferReference } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { creditRun, type CreditRun } from '../credit-people/credit-run.aggregate';
import { coverIdOf, firmCover, isGiven, leftOf, proformaIdOf, type FirmCover } from '../domain/firm-cover';
import { ProformaPage, ProformaView } from '../read-cover/cover.view';
import { proformaList, type ProformaRow } from './proforma-list.projection';
import { proforma, type Proforma } from './proforma.aggregate';
import { proformaPdf } from './proforma.pdf';

@ApiTags('benefits')
@Controller('api/benefits')
export class ReadProformasController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(proforma)) private readonly proformas: AggregateRunner<Proforma>,
    @Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(readerOf(proformaList)) private readonly list: RowReader<ProformaRow>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** A firm's pro-formas, newest first: what each credit run asks it to transfer, and what is left of that. */
  @Get('covers/:firmId/proformas')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: ProformaPage })
  async ofFirm(@Param('firmId') firmId: string, @Query() { limit, after }: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<ProformaPage> {
    authorise(benefitsPolicy(who), 'read', 'Cover', { firmId });
    await this.list.caughtUp(positionOf(position));
    const { items, next } = await this.list.page({ tenancy: { tenant: firmId }, newestFirst: true, limit, ...(after !== undefined && { after }) });
    const state = await this.coverOf(firmId);
    const { transferTo } = this.ports;
    return { items: items.map((row) => proformaView(row, state)), ...(transferTo && { payTo: transferTo }), ...(next !== undefined && { next }) };
  }

  @Get('proformas/:reference')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: ProformaView })
  async one(@Param('reference') reference: string, @Who() who: Principal): Promise<ProformaView> {
    const issued = await this.issued(reference, who);
    return proformaView(issued, await this.coverOf(issued.firmId));
  }

  /** The same as a sheet to be printed: to whom, how much, and what to write on the transfer. It isn't an invoice, and names no employee. */
  @Get('proformas/:reference/sheet')
  @Allow('firm-admin', 'operator')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@Param('reference') reference: string, @Who() who: Principal): Promise<StreamableFile> {
    const issued = await this.issued(reference, who);
    const run = (await this.runs.load(issued.runId))?.state;
    const firm = await this.directory.organisation(issued.firmId);
    const bytes = await proformaPdf({ ...issued, ...(run && run.status !== 'absent' && { letter: run.lot.letter, eachCents: run.lot.amountCents, ...(run.lot.hours && { hours: run.lot.hours }) }), ...(firm && { firm }), ...(this.ports.transferTo && { payTo: this.ports.transferTo }) });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="proforma-${issued.ordinal}.pdf"` });
  }

  private async issued(reference: string, who: Principal): Promise<ProformaRow> {
    const state = isTransferReference(reference) ? (await this.proformas.load(proformaIdOf(reference)))?.state : undefined;
    if (!state || state.status === 'absent') throw new ProblemError('proforma-not-found');
    authorise(benefitsPolicy(who), 'read', 'Cover', { firmId: state.firmId });
    return state;
  }

  private async coverOf(firmId: string): Promise<FirmCover> {
    return (await this.covers.load(coverIdOf(firmId)))?.state ?? firmCover.initial;
  }
}

/** A run that isn't open any more is given and paid, or called off. */
function proformaView({ reference, ordinal, firmId, runId, issuedOn, amountCents, isCancelled }: ProformaRow, { open }: FirmCover): ProformaView {
  const run = open.find((one) => one.runId === runId);
  const status = isCancelled ? 'cancelled' : !run ? 'paid' : isGiven(run) ? 'given' : 'waiting';
  return { reference, ordinal, firmId, runId, issuedOn, amountCents, leftCents: run ? leftOf(run) : 0, status, ...(run?.dueAt !== undefined && { dueAt: run.dueAt }) };
}
