import { hash } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, checkedFile, decided, FILE_TYPE, fileAnswer, InvoiceFieldsView, ProblemError, TakesFile, VIRUS_SCANNER, Who, type Answer, type Principal, type VirusScanner } from '@salvatempo/http';
import { addMs, DAY_MS, derivedId, FILE_KINDS, invoiceFields, invoiceNature } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, Loaded } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { claimDocumentStored, type DataOf } from '@salvatempo/contracts';
import { benefitsPolicy } from '../benefits.policy';
import { claimDocument, KEPT_DAYS, type ClaimDocument } from '../domain/claim-document';
import { documentPersonalOf, type KeepDocument } from './keep-document.decider';

class ClaimDocumentView {
  @ApiProperty() documentId!: string;
  @ApiProperty({ enum: [...FILE_KINDS], description: 'What the file is, by its content.' }) kind!: string;
  @ApiProperty({ format: 'date-time', description: 'Until when a claim can be made with it.' }) keptUntil!: string;
}

class KeptDocumentView {
  @ApiProperty() documentId!: string;
  @ApiProperty({ enum: [...FILE_KINDS] }) kind!: string;
  @ApiPropertyOptional({ type: InvoiceFieldsView, description: 'What a FatturaPA says of itself, to fill in the claim.' }) fields?: InvoiceFieldsView;
}

@ApiTags('benefits')
@Controller('api/benefits/claim-documents')
export class KeepDocumentController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claimDocument)) private readonly documents: AggregateRunner<ClaimDocument>,
    @Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner,
  ) {}

  /** Takes in a file for a claim: PDF, JPEG, PNG, HEIC or FatturaPA, by its content, of up to 10 MB; encrypted before it is anywhere. */
  @Post()
  @Allow('employee')
  @TakesFile()
  @ApiConsumes(FILE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ClaimDocumentView })
  async keep(@Body() file: unknown, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimDocumentView>> {
    const documentId = derivedId('cdo', cause.id);
    const outcome = (await this.documents.earlier(documentId, cause)) ?? (await this.store(documentId, file, personId, cause));
    const { events, sequence } = decided(outcome);
    const { kind, keptUntil } = events[0]!.data as DataOf<typeof claimDocumentStored>;
    return { status: 201, body: { documentId, kind, keptUntil }, location: `/api/benefits/claim-documents/${documentId}`, position: `${documentId}:${sequence}` };
  }

  @Get(':documentId')
  @Allow('employee', 'claims-validator')
  @ApiOkResponse({ type: KeptDocumentView })
  async one(@Param('documentId') documentId: string, @Who() who: Principal): Promise<KeptDocumentView> {
    const { state, personal } = await this.found(documentId, who);
    const { fields } = documentPersonalOf(personal);
    return { documentId, kind: state.kind!, ...(fields && { fields }) };
  }

  /** The file itself, for whoever handed it in and for validators once it is part of a claim. */
  @Get(':documentId/file')
  @Allow('employee', 'claims-validator')
  async file(@Param('documentId') documentId: string, @Who() who: Principal): Promise<StreamableFile> {
    const { state } = await this.found(documentId, who);
    const bytes = await this.ports.store.blobs.get(documentId);
    if (!bytes) throw new ProblemError('claim-document-not-found');
    // The access log that documents about health need: ids alone.
    this.ports.processLog.info({ documentId, personId: who.personId, claimId: state.claimId }, 'a claim document was read');
    return fileAnswer(bytes, state.kind!);
  }

  private async store(documentId: string, file: unknown, personId: string, cause: Cause): ReturnType<AggregateRunner<ClaimDocument>['execute']> {
    const { bytes, kind } = await checkedFile(file, this.scanner);
    // Stored before it is promised: a claim finds what it was made with.
    await this.ports.store.blobs.put(documentId, bytes);
    const personal = { digest: hash('sha256', bytes, 'hex'), ...(kind === 'fattura-pa' ? { fields: invoiceFields(bytes.toString('utf8')), nature: invoiceNature(bytes.toString('utf8')) } : {}) };
    const data: KeepDocument = { personId, kind, sizeBytes: bytes.length, keptUntil: addMs(this.ports.ambient.clock.now(), KEPT_DAYS * DAY_MS), personal };
    return this.documents.execute(documentId, { type: 'keep-document', data }, cause);
  }

  /** Throws ProblemError `claim-document-not-found` or `not-allowed`. */
  private async found(documentId: string, who: Principal): Promise<Loaded<ClaimDocument>> {
    const found = await this.documents.load(documentId);
    if (!found || found.state.status === 'absent' || found.state.status === 'dropped') throw new ProblemError('claim-document-not-found');
    authorise(benefitsPolicy(who), 'read', 'ClaimDocument', found.state);
    return found;
  }
}
