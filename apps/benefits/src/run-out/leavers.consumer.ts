import { Inject } from '@nestjs/common';
import { creditAdded, employeeLeft, employeeRehired, residueSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner, type RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { firmPeople, type FirmPersonRow } from '../firm-people/firm-people.projection';

type OnAccount = Envelope<{ accountId: string; firmId: string; personId: string }>;

/** Brings a leaver's credit to its run-out: what is there when they leave, and what comes before they have left. */
@Consumer('benefits.leavers')
export class LeaversConsumer {
  constructor(
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
  ) {}

  @On(employeeLeft)
  async left(message: Envelope<DataOf<typeof employeeLeft>>): Promise<void> {
    const { firmId, personId, lastDay } = message.data;
    await this.tell(message, derivedId('acc', firmId, personId), { type: 'begin-run-out', data: { lastDay } });
  }

  @On(employeeRehired)
  async rehired(message: Envelope<DataOf<typeof employeeRehired>>): Promise<void> {
    const { firmId, personId } = message.data;
    await this.tell(message, derivedId('acc', firmId, personId), { type: 'end-run-out', data: {} });
  }

  @On(creditAdded, residueSettled)
  async credited(message: OnAccount): Promise<void> {
    const { accountId, firmId, personId } = message.data;
    const { lastDay } = (await this.people.get(derivedId('emp', firmId, personId))) ?? {};
    if (lastDay !== undefined) await this.tell(message, accountId, { type: 'begin-run-out', data: { lastDay } });
  }

  private async tell(message: Envelope, accountId: string, command: { readonly type: string; readonly data: object }): Promise<void> {
    if (await this.accounts.load(accountId)) await this.accounts.execute(accountId, command, causeOf(message));
  }
}
