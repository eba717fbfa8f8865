import { hash } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, FILE_TYPE, ProblemError, TakesFile, Who, type Answer, type Principal } from '@salvatempo/http';
import { addMs, DAY_MS, derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, Loaded } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { claimDocumentStored, type DataOf } from '@salvatempo/contracts';
import { benefitsPolicy } from '../benefits.policy';
import { claimDocument, type ClaimDocument } from '../domain/claim-document';
import { invoiceFields } from '../domain/fattura-pa';
import { kindOf, MAX_PAGES, pagesOf, type FileKind } from '../domain/sniffed-file';
import { documentPersonalOf, type KeepDocument } from './keep-document.decider';
import { VIRUS_SCANNER, type VirusScanner } from './virus.scanner';

/** A file without a claim is kept so long, and no longer: it may be about somebody's health. */
const KEPT_DAYS = 14;
const TYPES: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png', 'fattura-pa': 'application/xml' };

class ClaimDocumentView {
  @ApiProperty() documentId!: string;
  @ApiProperty({ enum: Object.keys(TYPES), description: 'What the file is, by its content.' }) kind!: string;
  @ApiProperty({ format: 'date-time', description: 'Until when a claim can be made with it.' }) keptUntil!: string;
}

class InvoiceFieldsView {
  @ApiPropertyOptional() issuer?: string;
  @ApiPropertyOptional() issuerCode?: string;
  @ApiPropertyOptional() number?: string;
  @ApiPropertyOptional({ format: 'date' }) date?: string;
  @ApiPropertyOptional({ description: 'Euro cents.' }) totalCents?: number;
}

class KeptDocumentView {
  @ApiProperty() documentId!: string;
  @ApiProperty({ enum: Object.keys(TYPES) }) kind!: string;
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

  /** Takes in a file for a claim: PDF, JPEG, PNG or FatturaPA, by its content, of up to 10 MB; encrypted before it is anywhere. */
  @Post()
  @Allow('employee')
  @TakesFile()
  @ApiConsumes(FILE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ClaimDocumentView })
  async keep(@Body() file: unknown, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimDocumentView>> {
    if (!(file instanceof Buffer)) throw new ProblemError('unsupported-media-type');
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
    return new StreamableFile(bytes, { type: TYPES[state.kind!], disposition: 'attachment' });
  }

  private async store(documentId: string, file: Buffer, personId: string, cause: Cause): ReturnType<AggregateRunner<ClaimDocument>['execute']> {
    const kind = kindOf(file);
    if (!kind) throw new ProblemError('claim-document-kind');
    if (kind === 'pdf' && pagesOf(file) > MAX_PAGES) throw new ProblemError('claim-document-pages', { params: { pages: MAX_PAGES } });
    if (!(await this.scanner.isClean(file))) throw new ProblemError('claim-document-infected');
    // Stored before it is promised: a claim finds what it was made with.
    await this.ports.store.blobs.put(documentId, file);
    const personal = { digest: hash('sha256', file, 'hex'), ...(kind === 'fattura-pa' ? { fields: invoiceFields(file.toString('utf8')) } : {}) };
    const data: KeepDocument = { personId, kind, sizeBytes: file.length, keptUntil: addMs(this.ports.ambient.clock.now(), KEPT_DAYS * DAY_MS), personal };
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
