import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '@salvatempo/http';
import { Directory, PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { dossierArchive } from './archive.file';
import { DossierView, dossierView } from './dossier.view';
import { Dossiers, type FoundDossier } from './dossiers.handler';

@ApiTags('programmes')
@Controller('api/programmes/calls/:callId/dossier')
export class DossierController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(Directory) private readonly directory: Directory,
    private readonly dossiers: Dossiers,
  ) {}

  /** What of a call can be reported now, what can't yet and who can give it, and the indicators. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: DossierView })
  async of(@Param('callId') callId: string): Promise<DossierView> {
    const { facts, dossier, isWhole } = await this.dossiers.of(callId);
    const names = await this.namesOf(dossier.indicators.work.map(({ providerId }) => providerId));
    return dossierView(callId, facts.terms.cup, dossier, isWhole, (id) => names.get(id));
  }

  /** The same whole as a zip: CSV files, a workbook, a summary in PDF, the invoices’ files, and the SHA-256 of each. People stand in it under other names. */
  @Get('archive')
  @Allow('operator')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async archive(@Param('callId') callId: string): Promise<StreamableFile> {
    const found = await this.dossiers.of(callId);
    const names = await this.namesIn(found);
    const parts = dossierArchive(found, this.ports.ambient.clock.now(), (id) => names.get(id) ?? id, (fileId) => this.ports.store.blobs.get(fileId));
    return new StreamableFile(Readable.from(parts, { objectMode: false }), { type: 'application/zip', disposition: `attachment; filename="dossier-${callId}.zip"` });
  }

  private namesIn({ facts, dossier }: FoundDossier): Promise<ReadonlyMap<string, string>> {
    return this.namesOf([...dossier.lines.flatMap(({ firmId, providerId }) => [firmId, providerId]), ...facts.aidRows.map(({ firmId }) => firmId), ...dossier.indicators.work.map(({ providerId }) => providerId)]);
  }

  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const id of new Set(ids)) {
      const card = await this.directory.organisation(id);
      if (card) names.set(id, `${card.name} (${card.vatNumber})`);
    }
    return names;
  }
}
