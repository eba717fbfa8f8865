import { coverGivenBack, creditRunRegistered, firmReminded, firmTransferReceived, type Envelope } from '@salvatempo/contracts';
import { reminderFacts, type ReminderFacts } from './reminder-facts.projection';

const event = (type: string, standing: string, more: object = {}): Envelope => ({ type, data: { coverId: 'cov_1', firmId: 'com_1', standing, ...more } }) as unknown as Envelope;
const reminded = event(firmReminded.type, 'in-arrears', { ordinal: 3, overdueCents: 500, dueAt: '2026-11-23T22:59:59.999Z' });

/** The row after events, as a projection makes it. */
const after = (...events: readonly Envelope[]): ReminderFacts | undefined =>
  events.reduce<ReminderFacts | undefined>((row, one) => {
    const change = reminderFacts.on[one.type];
    return change ? change(row, one) : row && reminderFacts.otherwise!(row, one);
  }, undefined);

describe('what a mail says of an overdue pro-forma', () => {
  it('is the last reminder, and whether the firm still owes, so that nobody who paid is reminded', () => {
    expect(after(event(creditRunRegistered.type, 'regular'))).toBeUndefined();
    expect(after(reminded)).toEqual({ coverId: 'cov_1', ordinal: 3, overdueCents: 500, dueAt: '2026-11-23T22:59:59.999Z', standing: 'in-arrears' });
    expect(after(reminded, event(coverGivenBack.type, 'in-arrears'))?.standing).toBe('in-arrears');
    expect(after(reminded, event(firmTransferReceived.type, 'regular'))?.standing).toBe('regular');
  });
});
