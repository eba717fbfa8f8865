import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Envelope, LotTerms } from '@salvatempo/contracts';
import { Allow, authorise, PageQueryDto, ProblemError, Who, type Principal } from '@salvatempo/http';
import { collectionOf, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import type { JournalEntry } from '@salvatempo/store';
import { benefitsPolicy } from '../benefits.policy';
import { account, type Account } from '../domain/account';
import { LedgerEntryView, LedgerPage } from './account.view';

@ApiTags('benefits')
@Controller('api/benefits/accounts')
export class ReadLedgerController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  /** An account's ledger, oldest first: the append-only journal of the account itself. */
  @Get(':accountId/entries')
  @Allow('employee')
  @ApiOkResponse({ type: LedgerPage })
  async entries(@Param('accountId') accountId: string, @Who() who: Principal, @Query() { limit, after }: PageQueryDto): Promise<LedgerPage> {
    const found = await this.accounts.load(accountId);
    if (!found) throw new ProblemError('account-not-found');
    authorise(benefitsPolicy(who), 'readLedger', 'Account', found.state);
    const afterSequence = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
    const source = { collection: collectionOf(account), id: accountId };
    const entries = await this.ports.store.journal.history(source, afterSequence, limit);
    const items = entries.map(ledgerEntry);
    return entries.length === limit ? { items, next: String(entries.at(-1)!.sequence) } : { items };
  }
}

interface Moved {
  readonly amountCents?: number;
  readonly minutes?: number;
  readonly lot?: LotTerms;
  readonly purchaseId?: string;
  readonly claimId?: string;
  readonly contributionId?: string;
  readonly spendableCents?: number;
  readonly spendableMinutes?: number;
}

function ledgerEntry(entry: JournalEntry): LedgerEntryView {
  const event = JSON.parse(entry.body) as Envelope<Moved>;
  const { amountCents, lot, minutes = lot?.hours?.minutes, purchaseId, claimId, contributionId, spendableCents, spendableMinutes } = event.data;
  return {
    sequence: entry.sequence!,
    at: event.time,
    kind: event.type.slice('benefits.'.length, -'.v1'.length),
    amountCents: amountCents ?? lot?.amountCents ?? 0,
    ...(minutes === undefined ? {} : { minutes }),
    ...(purchaseId === undefined ? {} : { purchaseId }),
    ...(claimId === undefined ? {} : { claimId }),
    ...(contributionId === undefined ? {} : { contributionId }),
    ...(spendableCents === undefined ? {} : { spendableCents }),
    ...(spendableMinutes === undefined ? {} : { spendableMinutes }),
  };
}
