import { Inject } from '@nestjs/common';
import { settlementAdvanced, settlementStarted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner, type RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { accountList, type AccountRow } from '../read-accounts/account-list.projection';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { settlement, type AdvanceSettlement, type Settlement } from './settlement.aggregate';

/** Accounts of a page: one guarded write each at most, and one for the page. */
const PAGE = 100;

type Step = Envelope<DataOf<typeof settlementStarted> & { readonly after?: string }>;

/** Settles accounts page by page; a page that comes again changes nothing, for what an account comes to is the same. */
@Consumer('benefits.settlements')
export class SettlementConsumer {
  constructor(
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(runnerOf(settlement)) private readonly settlements: AggregateRunner<Settlement>,
    @Inject(readerOf(accountList)) private readonly list: RowReader<AccountRow>,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
  ) {}

  @On(settlementStarted, settlementAdvanced)
  async step(message: Step): Promise<void> {
    const { settlementId, firmId, taxYear, after } = message.data;
    const { items, next } = await this.list.page({ tenancy: { tenant: firmId }, limit: PAGE, ...(after === undefined ? {} : { after }) });
    const thresholds = this.rules.of(taxYear)!;
    let [taxableAccounts, taxableCents] = [0, 0];
    for (const { accountId } of items) {
      const outcome = await this.accounts.execute(accountId, { type: 'settle-year', data: { taxYear, thresholds } }, causeOf(message));
      if (outcome.kind !== 'done' && outcome.kind !== 'repeated') throw new Error(`settling an account is ${outcome.kind}`);
      const { taxableCents: cents = 0 } = outcome.state.settled?.[taxYear] ?? {};
      taxableCents += cents;
      if (cents > 0) taxableAccounts++;
    }
    const data: AdvanceSettlement = { accounts: items.length, taxableAccounts, taxableCents, ...(next === undefined ? {} : { next }) };
    await this.settlements.execute(settlementId, { type: 'advance-settlement', data }, causeOf(message));
  }
}
