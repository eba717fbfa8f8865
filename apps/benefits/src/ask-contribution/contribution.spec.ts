import { contributionAsked, contributionOpened, contributionPaid, contributionRefused, contributionWithdrawn } from '@salvatempo/contracts';
import type { Aggregate, Command, DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { contribution, dueDayOf, personalOfContribution, type Contribution } from '../domain/contribution';
import { payContributionSlice, refuseContributionSlice } from '../pay-contribution/pay-contribution.decider';
import { withdrawContributionSlice } from '../withdraw-contribution/withdraw-contribution.decider';
import { askContributionSlice, noteContributionCreditSlice } from './ask-contribution.decider';

const contributions: Aggregate<Contribution> = { ...contribution, slices: [askContributionSlice, noteContributionCreditSlice, withdrawContributionSlice, payContributionSlice, refuseContributionSlice] };
const ID = 'ctb_00000000000000000000000000';
const PERSONAL = personalOfContribution({ kind: 'pension', fundName: 'Fondo Aurora', memberCode: 'A-17', elsewhereCents: 500 });
const terms = { accountId: 'acc_1', firmId: 'fir_1', personId: 'per_1', amountCents: 5_000, taxYear: 2026, askedOn: '2026-09-10' };
const ask: Command = { type: 'ask-contribution', data: { ...terms, personal: PERSONAL } };
const note = (data: object = {}): Command => ({ type: 'note-contribution-credit', data });
const withdraw: Command = { type: 'withdraw-contribution', data: {} };
const pay = (paidOn = '2026-09-20'): Command => ({ type: 'pay-contribution', data: { paidOn, reference: 'CRO 12' } });
const refuse: Command = { type: 'refuse-contribution', data: { code: 'contribution-not-a-member', note: 'Non risulta' } };
const AT = '2026-09-25T08:00:00.000Z';

const asked = contributionAsked.of({ ...terms, contributionId: ID });
const opened = contributionOpened.of({ contributionId: ID, dueOn: '2026-10-11' });
const paid = contributionPaid.of({ contributionId: ID, firmId: 'fir_1', personId: 'per_1', amountCents: 5_000, taxYear: 2026, paidOn: '2026-09-20' });
const by = (past: readonly DomainEvent[], command: Command, at = AT) => given(contributions, past).when(command, { id: ID, at, personal: PERSONAL });

describe('a contribution', () => {
  it('is asked for once, and no event tells its fund', () => {
    by([], ask).then({ events: [asked], personal: PERSONAL });
    by([asked], ask).then([]);
    expect(JSON.stringify([asked, opened, paid])).not.toMatch(/Aurora|A-17|pension|"h"/);
  });

  it('waits for payroll once its credit is held, or ends with the account’s reason', () => {
    by([asked], note()).then([opened]);
    by([asked, opened], note()).then([]);
    const no = contributionRefused.of({ contributionId: ID, by: 'account', code: 'contribution-above-limit', leftCents: 300 });
    by([asked], note({ code: 'contribution-above-limit', leftCents: 300 })).then([no]);
    by([asked], note({ code: 'contribution-above-limit', leftCents: 300 })).thenState({ ...asked.data, status: 'refused', code: 'contribution-above-limit', leftCents: 300 });
  });

  it('should be paid within a month, and by 12 January of the next year', () => {
    expect(['2026-09-10', '2026-12-11', '2026-12-13', '2026-12-31'].map(dueDayOf)).toEqual(['2026-10-11', '2027-01-11', '2027-01-12', '2027-01-12']);
  });

  it('is paid on a day from the request to today, and so lately that payroll is still told', () => {
    by([asked, opened], pay()).then({ events: [paid], personal: { ...PERSONAL, reference: 'CRO 12' } });
    for (const day of ['2026-09-10', '2026-09-25']) expect(by([asked, opened], pay(day)).decision.ok).toBe(true);
    for (const day of ['2026-09-09', '2026-09-26']) by([asked, opened], pay(day)).then({ code: 'contribution-paid-day', params: { from: '10/09/2026' } });
    by([asked, opened], pay('2026-10-31'), '2027-01-10T08:00:00.000Z').then({ code: 'contribution-paid-day', params: { from: '01/11/2026' } });
  });

  it('is called off by the person, or refused by payroll with a code and a word, as long as it waits', () => {
    by([asked], withdraw).then([contributionWithdrawn.of({ contributionId: ID })]);
    by([asked, opened], withdraw).then([contributionWithdrawn.of({ contributionId: ID })]);
    by([asked, opened], refuse).then({ events: [contributionRefused.of({ contributionId: ID, by: 'payroll', code: 'contribution-not-a-member' })], personal: { ...PERSONAL, note: 'Non risulta' } });
    by([asked], refuse).then({ code: 'contribution-not-waiting' });
    by([asked], pay()).then({ code: 'contribution-not-waiting' });
  });

  it.each([['paid', [asked, opened, paid]], ['called off', [asked, contributionWithdrawn.of({ contributionId: ID })]], ['refused', [asked, opened, contributionRefused.of({ contributionId: ID, by: 'payroll', code: 'contribution-not-a-member' })]]])('that is %s stays so, whatever comes', (_, past) => {
    for (const command of [withdraw, pay(), refuse]) by(past, command).then({ code: 'contribution-not-waiting' });
    by(past, note()).then([]);
  });

  it('isn’t there for who names one that nobody asked for', () => {
    by([], withdraw).then({ code: 'contribution-not-waiting' });
  });
});
