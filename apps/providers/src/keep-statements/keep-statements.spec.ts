import { statementEntryAdded } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { monthOf, statement, statementIdOf } from '../domain/statement';
import { addEntrySlice } from './add-entry.decider';

const aggregate = { ...statement, slices: [addEntrySlice] };
const providerId = derivedId('prv', 'spec');
const month = '2026-09';
const statementId = statementIdOf(providerId, month);
const entry = (n: number, amountCents: number) => ({ providerId, month, purchaseId: derivedId('pur', String(n)), amountCents });
const added = (n: number, amountCents: number, dueCents: number) => statementEntryAdded.of({ statementId, ...entry(n, amountCents), dueCents });

describe('a statement', () => {
  it('grows by each settled purchase', () => {
    given(aggregate).when({ type: 'add-statement-entry', data: entry(1, 4_000) }, { id: statementId }).then([added(1, 4_000, 4_000)]);
    given(aggregate, [added(1, 4_000, 4_000)]).when({ type: 'add-statement-entry', data: entry(2, 1_550) }, { id: statementId }).then([added(2, 1_550, 5_550)]);
  });

  it('is of the month in Rome, whatever the month in UTC', () => {
    expect(monthOf('2026-09-30T21:59:59.999Z')).toBe('2026-09');
    expect(monthOf('2026-09-30T22:00:00.000Z')).toBe('2026-10');
    expect(monthOf('2026-12-31T23:00:00.000Z')).toBe('2027-01');
  });
});
