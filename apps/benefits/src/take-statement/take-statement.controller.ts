import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { statementAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, FILE_TYPE, fileError, ProblemError, TakesFile, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { readCamtStatement } from './camt-statement.reader';
import { readCsvStatement } from './csv-statement.reader';
import { MAX_STATEMENT_BYTES, type ReadStatement } from './statement-line.format';
import { isRecorded, statement, type AcceptStatement, type KnownStatement, type Statement } from './statement.aggregate';

class BankStatementView {
  @ApiProperty() statementId!: string;
  @ApiProperty({ enum: ['csv', 'camt-053'], description: 'What the file is, by its content.' }) format!: string;
  @ApiProperty({ enum: ['accepted', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Credits in it.' }) lines!: number;
  @ApiProperty({ description: 'What went out, or isn’t booked.' }) skipped!: number;
  @ApiPropertyOptional({ description: 'Found to be of a firm.' }) matched?: number;
  @ApiPropertyOptional({ description: 'An operator has to say whose.' }) unmatched?: number;
  @ApiPropertyOptional({ description: 'Recorded from an earlier statement; credited once.' }) known?: number;
}

type Format = AcceptStatement['format'];

@ApiTags('benefits')
@Controller('api/benefits/bank-statements')
export class TakeStatementController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(statement)) private readonly statements: AggregateRunner<Statement>,
  ) {}

  /**
   * Takes in a bank's statement, CSV (docs/bank-statements.md) or CAMT.053, whole or not at all: 202, then line by line; with `Prefer: wait=2`, 200 once
   * all are recorded. Errors come by line and column, and nothing of the file is kept. A line that came before is credited once.
   */
  @Post()
  @Allow('operator')
  @TakesFile()
  @ApiConsumes(FILE_TYPE, 'text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiAcceptedResponse({ type: BankStatementView })
  @ApiOkResponse({ type: BankStatementView })
  async take(@Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<BankStatementView>> {
    authorise(benefitsPolicy(who), 'take', 'Statement', {});
    const statementId = derivedId('bst', cause.id);
    const earlier = await this.statements.earlier(statementId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(statementId, file, cause)));
    return {
      status: 202,
      body: statementView({ status: 'accepted', ...(events[0]!.data as DataOf<typeof statementAccepted>) }),
      location: `/api/benefits/bank-statements/${statementId}`,
      position: `${statementId}:${sequence}`,
      whenFinal: whenFinal(this.statements, statementId, isRecorded, statementView),
    };
  }

  /** How far a statement is recorded. */
  @Get(':statementId')
  @Allow('operator')
  @ApiOkResponse({ type: BankStatementView })
  async one(@Param('statementId') statementId: string, @Who() who: Principal): Promise<BankStatementView> {
    authorise(benefitsPolicy(who), 'take', 'Statement', {});
    const state = (await this.statements.load(statementId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('statement-not-found');
    return statementView(state);
  }

  private async accept(statementId: string, file: unknown, cause: Cause): ReturnType<AggregateRunner<Statement>['execute']> {
    const { format, lines, skipped } = this.rightLines(file);
    // Stored, encrypted, before it is promised: what was accepted can always be recorded.
    await this.ports.store.blobs.put(statementId, Buffer.from(JSON.stringify(lines)));
    const data: AcceptStatement = { format, lines: lines.length, skipped };
    return this.statements.execute(statementId, { type: 'accept-statement', data }, cause);
  }

  /** Throws ProblemError `unsupported-media-type`, or `import-refused` with every error by line and column. */
  private rightLines(file: unknown): ReadStatement & { readonly format: Format } {
    if (typeof file !== 'string' && !(file instanceof Buffer)) throw new ProblemError('unsupported-media-type');
    if (file.length > MAX_STATEMENT_BYTES) throw new ProblemError('import-refused', { errors: [fileError('file-too-large', 'Il file supera 4 MB: chiedere alla banca un periodo più breve.')] });
    const text = (typeof file === 'string' ? file : textOf(file)).replace(/^\uFEFF/, '');
    const format: Format = /^\s*</.test(text) ? 'camt-053' : 'csv';
    const read = format === 'csv' ? readCsvStatement(text) : readCamtStatement(text, this.ports.transferTo?.iban);
    if (!read.ok) throw new ProblemError('import-refused', { errors: read.error });
    return { format, ...read.value };
  }
}

/** UTF-8, or what banks' programs write else. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const statementView = (state: KnownStatement): BankStatementView => {
  const { statementId, format, status, lines, skipped } = state;
  return { statementId, format, status, lines, skipped, ...(state.status === 'completed' && { matched: state.matched, unmatched: state.unmatched, known: state.known }) };
};
