import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { contactImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, type Answer, authorise, Because, decided, type Principal, ProblemError, readCsvLines, whenFinal, Who } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { contactImport, isTakenIn, type ContactImport } from '../domain/contact-import';
import { intermediary, intermediaryIdOf, type Intermediary } from '../domain/intermediary';
import { municipalityOf } from '../register-firm/municipalities.table';
import { readContactLines, type ContactLine } from './contact-file.reader';
import type { AcceptContacts } from './contact-import.decider';
import { ContactImportView, contactImportView } from './contact-import.view';

@ApiTags('companies')
@Controller('api/companies/outreach/imports')
export class ImportContactsController {
  constructor(
    @Inject(runnerOf(contactImport)) private readonly imports: AggregateRunner<ContactImport>,
    @Inject(runnerOf(intermediary)) private readonly intermediaries: AggregateRunner<Intermediary>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * Takes in firms to contact as CSV (`partita_iva,nome,comune`; `segnalato_da` if wanted: a Comune, or an association's 11 digits), whole or
   * not at all: 202 and pending; with `Prefer: wait=2`, 200 once all are listed. Errors come by line and column, and nothing of the file is kept.
   */
  @Post()
  @Allow('operator')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: ContactImportView })
  @ApiOkResponse({ type: ContactImportView })
  async import(@Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ContactImportView>> {
    authorise(companiesPolicy(who), 'reach-out', 'Contact', {});
    const importId = derivedId('cim', cause.id);
    const earlier = await this.imports.earlier(importId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(importId, await this.rightLines(file), cause)));
    return {
      status: 202,
      body: contactImportView({ ...(events[0]!.data as DataOf<typeof contactImportAccepted>), status: 'accepted' }),
      location: `/api/companies/outreach/imports/${importId}`,
      position: `${importId}:${sequence}`,
      whenFinal: whenFinal(this.imports, importId, isTakenIn, contactImportView),
    };
  }

  /** How far a file of firms to contact has come. */
  @Get(':contactImportId')
  @Allow('operator')
  @ApiOkResponse({ type: ContactImportView })
  async one(@Param('contactImportId') importId: string, @Who() who: Principal): Promise<ContactImportView> {
    authorise(companiesPolicy(who), 'reach-out', 'Contact', {});
    const state = (await this.imports.load(importId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('import-not-found');
    return contactImportView(state);
  }

  /** Throws ProblemError `unsupported-media-type`, or `import-refused` with every error by line and column. */
  private async rightLines(body: unknown): Promise<readonly ContactLine[]> {
    if (typeof body !== 'string') throw new ProblemError('unsupported-media-type');
    const lines = readCsvLines(body);
    const read = lines.ok ? await readContactLines(lines.value, { municipalityOf, associationOf: (vatNumber) => this.associationOf(vatNumber) }) : lines;
    if (!read.ok) throw new ProblemError('import-refused', { errors: read.error });
    return read.value;
  }

  private async associationOf(vatNumber: string): Promise<string | undefined> {
    const state = (await this.intermediaries.load(intermediaryIdOf(vatNumber)))?.state;
    return state && state.status !== 'absent' && state.kind === 'association' ? state.intermediaryId : undefined;
  }

  private async accept(importId: string, lines: readonly ContactLine[], cause: Cause): ReturnType<AggregateRunner<ContactImport>['execute']> {
    // Stored, encrypted, before it is promised: what was accepted can always be taken in.
    await this.ports.store.blobs.put(importId, Buffer.from(JSON.stringify(lines)));
    const data: AcceptContacts = { rows: lines.length };
    return this.imports.execute(importId, { type: 'accept-contacts', data }, cause);
  }
}
