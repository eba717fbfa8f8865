import { hash } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { invoiceFileKept, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, checkedFile, decided, FILE_TYPE, fileAnswer, ProblemError, TakesFile, Unkept, VIRUS_SCANNER, Who, type Answer, type Principal, type VirusScanner } from '@salvatempo/http';
import { derivedId, invoiceFields } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { invoiceBook, invoiceBookIdOf, invoicesIn, type Invoice, type InvoiceBook } from '../domain/invoice-book';
import { programmesPolicy } from '../programmes.policy';
import { InvoiceFileView, invoiceFileView, ReadInvoiceView } from './invoice-file.view';
import type { KeepInvoiceFile } from './keep-invoice-file.decider';

/** The files of invoices, which go into the dossier of a call with their digest. */
@ApiTags('programmes')
@Controller('api/programmes/providers/:providerId/invoices')
export class KeepInvoiceFileController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(invoiceBook)) private readonly books: AggregateRunner<InvoiceBook>,
    @Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner,
  ) {}

  /** Reads a file and keeps nothing of it: what a FatturaPA says of itself, to fill in the form by. */
  @Post('reading')
  @Unkept()
  @Allow('provider-admin')
  @TakesFile()
  @ApiConsumes(FILE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ReadInvoiceView })
  async read(@Param('providerId') providerId: string, @Body() body: unknown, @Who() who: Principal, @Because() _cause: Cause): Promise<Answer<ReadInvoiceView>> {
    authorise(programmesPolicy(who), 'record', 'Invoice', { providerId });
    const { bytes, kind } = await checkedFile(body, this.scanner);
    return { status: 200, body: { kind, ...(kind === 'fattura-pa' && { fields: invoiceFields(bytes.toString('utf8')) }) } };
  }

  /** Puts the file of an invoice beside it: PDF, JPEG, PNG or FatturaPA, by its content, of up to 10 MB; encrypted before it is anywhere. */
  @Post(':callId/:month/:invoiceId/file')
  @Allow('provider-admin')
  @TakesFile()
  @ApiConsumes(FILE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: InvoiceFileView })
  async keep(@Param('providerId') providerId: string, @Param('callId') callId: string, @Param('month') month: string, @Param('invoiceId') invoiceId: string, @Body() body: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<InvoiceFileView>> {
    authorise(programmesPolicy(who), 'record', 'Invoice', { providerId });
    const bookId = invoiceBookIdOf(providerId, callId, month);
    const outcome = (await this.books.earlier(bookId, cause)) ?? (await this.store(bookId, invoiceId, body, cause));
    const { events, sequence } = decided(outcome);
    const location = `/api/programmes/providers/${providerId}/invoices/${callId}/${month}/${invoiceId}/file`;
    return { status: 201, body: invoiceFileView(events[0]!.data as DataOf<typeof invoiceFileKept>), location, position: `${bookId}:${sequence}` };
  }

  /** The file of an invoice, for its provider and operators. */
  @Get(':callId/:month/:invoiceId/file')
  @Allow('provider-admin', 'operator')
  async file(@Param('providerId') providerId: string, @Param('callId') callId: string, @Param('month') month: string, @Param('invoiceId') invoiceId: string, @Who() who: Principal): Promise<StreamableFile> {
    authorise(programmesPolicy(who), 'read', 'Invoice', { providerId });
    const { file } = await this.found(invoiceBookIdOf(providerId, callId, month), invoiceId);
    const bytes = file && (await this.ports.store.blobs.get(file.fileId));
    if (!bytes) throw new ProblemError('invoice-file-not-found');
    return fileAnswer(bytes, file.kind);
  }

  private async store(bookId: string, invoiceId: string, body: unknown, cause: Cause): ReturnType<AggregateRunner<InvoiceBook>['execute']> {
    if ((await this.found(bookId, invoiceId)).file) throw new ProblemError('invoice-file-kept-already');
    const { bytes, kind } = await checkedFile(body, this.scanner);
    const fileId = derivedId('ivf', cause.id);
    // Stored before it is promised: the archive finds what the book tells.
    await this.ports.store.blobs.put(fileId, bytes);
    const data: KeepInvoiceFile = { invoiceId, fileId, kind, sizeBytes: bytes.length, contentHash: hash('sha256', bytes, 'hex') };
    const outcome = await this.books.execute(bookId, { type: 'keep-invoice-file', data }, cause);
    if (outcome.kind === 'refused') await this.ports.store.blobs.remove(fileId);
    return outcome;
  }

  /** Throws ProblemError `invoice-not-found`. */
  private async found(bookId: string, invoiceId: string): Promise<Invoice> {
    const book = await this.books.load(bookId);
    const invoice = book && invoicesIn(book.state).find((one) => one.invoiceId === invoiceId);
    if (!invoice) throw new ProblemError('invoice-not-found');
    return invoice;
  }
}
