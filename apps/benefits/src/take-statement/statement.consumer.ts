import { Inject } from '@nestjs/common';
import { bankLineRecorded, statementAccepted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { transferReferenceIn } from '@salvatempo/kernel';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { proformaIdOf } from '../domain/firm-cover';
import { proforma, type Proforma } from '../issue-proforma/proforma.aggregate';
import { bankLine, lineIdOf, type BankLine, type RecordBankLine } from './bank-line.aggregate';
import { statement, type CompleteStatement, type Statement } from './statement.aggregate';
import type { StatementLine } from './statement-line.format';

type Accepted = Envelope<DataOf<typeof statementAccepted>>;
type Outcome = keyof CompleteStatement;

/** Records accepted statements. It can stop at any line and begin again: the statement's event is the cause in each line. */
@Consumer('benefits.statements')
export class StatementConsumer {
  constructor(
    @Inject(runnerOf(statement)) private readonly statements: AggregateRunner<Statement>,
    @Inject(runnerOf(bankLine)) private readonly lines: AggregateRunner<BankLine>,
    @Inject(runnerOf(proforma)) private readonly proformas: AggregateRunner<Proforma>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(statementAccepted)
  async accepted(message: Accepted): Promise<void> {
    const { statementId } = message.data;
    if (await this.isPending(statementId)) await this.record(message);
    await this.ports.store.blobs.remove(statementId);
  }

  private async isPending(statementId: string): Promise<boolean> {
    return (await this.statements.load(statementId))?.state.status === 'accepted';
  }

  private async record(message: Accepted): Promise<void> {
    const { statementId } = message.data;
    const file = await this.ports.store.blobs.get(statementId);
    if (!file) {
      // Another process was given the message too and was done first.
      if (await this.isPending(statementId)) throw new UnhandleableMessageError(`the lines of ${statementId} are gone`);
      return;
    }
    const outcomes: Outcome[] = [];
    for (const line of JSON.parse(Buffer.from(file).toString('utf8')) as readonly StatementLine[]) outcomes.push(await this.recordLine(line, message));
    const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
    const data: CompleteStatement = { matched: count('matched'), unmatched: count('unmatched'), known: count('known') };
    await this.statements.execute(statementId, { type: 'complete-statement', data }, causeOf(message));
  }

  private async recordLine({ amountCents, bookedOn, ...personal }: StatementLine, message: Accepted): Promise<Outcome> {
    const reference = transferReferenceIn(personal.text);
    const found = reference === undefined ? undefined : (await this.proformas.load(proformaIdOf(reference)))?.state;
    const match = found?.status === 'issued' ? { firmId: found.firmId, runId: found.runId } : {};
    const data: RecordBankLine = { statementId: message.data.statementId, amountCents, bookedOn, ...(reference !== undefined && { reference }), ...match, personal };
    const outcome = await this.lines.execute(lineIdOf(personal.bankReference, bookedOn, amountCents), { type: 'record-bank-line', data }, causeOf(message));
    const recorded = 'events' in outcome && outcome.events.find(({ type }) => type === bankLineRecorded.type);
    if (!recorded) return 'known';
    return (recorded.data as DataOf<typeof bankLineRecorded>).firmId === undefined ? 'unmatched' : 'matched';
  }
}
