import { creditExpiryAnnounced, expiryDropped, expiryFollowed, expiryReminderDue, expiryReminderPutOff, expiryRemindersSet } from '@salvatempo/contracts';
import { addDays, addMs, endOfRomeDay, isNight, PASS_DEADLINE, romeDate, romeInstant, type Aggregate, type Instant } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { expiryReminders, type ExpiryReminders } from './expiry-reminders.aggregate';
import { followExpirySlice, setRemindersSlice } from './follow-expiry.decider';
import { announceExpirySlice, remindExpirySlice } from './remind-expiry.decider';
import { nextReminderDays, REMINDER_DAYS, reminderAt, spreadOf } from '../domain/reminder-times';

const reminders: Aggregate<ExpiryReminders> = { ...expiryReminders, slices: [followExpirySlice, setRemindersSlice, remindExpirySlice, announceExpirySlice] };
const ID = 'rem_00000000000000000000000000';
const SPREAD = spreadOf(ID);
const who = { remindersId: ID, personId: 'per_1' };
const until = endOfRomeDay('2026-12-31');
const follow = (lotId: string, validUntil: Instant = until) => ({ type: 'follow-expiry', data: { personId: 'per_1', accountId: 'acc_1', lots: [{ lotId, validUntil }] } });
const pass = { type: PASS_DEADLINE, data: {} };
const morning = (date: string): Instant => romeInstant(date, 8 * 60 + SPREAD);

/** The state after commands at their times. */
function after(...steps: readonly (readonly [command: object, at: Instant])[]): ExpiryReminders {
  return steps.reduce((state, [command, at]) => given({ ...reminders, initial: state }).when(command as never, { id: ID, at }).state, expiryReminders.initial);
}
const when = (state: ExpiryReminders, command: object, at: Instant) => given({ ...reminders, initial: state }).when(command as never, { id: ID, at });

describe('a lot that is looked after', () => {
  it('is told of ninety, sixty, thirty and seven days before its last day, and then no more', () => {
    let state = after([follow('lot_1'), '2026-09-01T08:00:00.000Z']);
    for (const [day, nextDays] of [['2026-10-02', 60], ['2026-11-01', 30], ['2026-12-01', 7], ['2026-12-24', undefined]] as const) {
      expect(expiryReminders.deadline(state)).toBe(morning(day));
      const due = when(state, pass, morning(day));
      due.then([expiryReminderDue.of({ ...who, dueOn: day, lots: [{ accountId: 'acc_1', lotId: 'lot_1', validUntil: until, ...(nextDays && { nextDays }) }] })]);
      state = due.state;
    }
    expect([state.lots, expiryReminders.deadline(state)]).toEqual([[], undefined]);
  });

  it('is told of from the first day that is still to come, once', () => {
    when(expiryReminders.initial, follow('lot_1'), '2026-11-27T10:00:00.000Z').then([expiryFollowed.of({ ...who, accountId: 'acc_1', lotId: 'lot_1', validUntil: until, nextDays: 30 })]);
    when(expiryReminders.initial, follow('lot_1'), '2026-12-27T10:00:00.000Z').then([]);
    when(after([follow('lot_1'), '2026-09-01T08:00:00.000Z']), follow('lot_1'), '2026-11-01T08:00:00.000Z').then([]);
  });

  it('that lives on is told of by its new last day', () => {
    const state = after([follow('lot_1'), '2026-12-10T10:00:00.000Z'], [follow('lot_1', endOfRomeDay('2027-01-31')), '2026-12-20T10:00:00.000Z']);
    expect([state.lots.length, expiryReminders.deadline(state)]).toEqual([1, morning('2027-01-01')]);
  });
});

describe('a lot that ends otherwise', () => {
  const state = after([follow('lot_1'), '2026-09-01T08:00:00.000Z'], [follow('lot_2'), '2026-09-01T08:00:00.000Z']);
  const change = (lots: object, more: object = {}) => ({ type: 'follow-expiry', data: { personId: 'per_1', accountId: 'acc_1', lots, ...more } });

  it('is told of by the days before its new end, each of several', () => {
    const earlier = endOfRomeDay('2026-11-15');
    const left = when(state, change([{ lotId: 'lot_1', validUntil: earlier }, { lotId: 'lot_2', validUntil: earlier }]), '2026-10-20T08:00:00.000Z');
    expect(left.state.lots).toEqual([{ accountId: 'acc_1', lotId: 'lot_1', validUntil: earlier, nextDays: 7 }, { accountId: 'acc_1', lotId: 'lot_2', validUntil: earlier, nextDays: 7 }]);
  });

  it('is told of no more where no day is left for it, or it is gone; what it goes on in is', () => {
    when(state, change([{ lotId: 'lot_1', validUntil: endOfRomeDay('2026-10-25') }]), '2026-10-20T08:00:00.000Z').then([expiryDropped.of({ ...who, lotId: 'lot_1' })]);
    const next = endOfRomeDay('2027-12-31');
    const wentOn = when(state, change([{ lotId: 'lot_9', validUntil: next }], { goneLotId: 'lot_1' }), '2026-12-31T23:00:00.000Z');
    expect(wentOn.state.lots.map(({ lotId, validUntil }) => [lotId, validUntil])).toEqual([['lot_2', until], ['lot_9', next]]);
    when(wentOn.state, change([], { goneLotId: 'lot_1' }), '2026-12-31T23:00:00.000Z').then([]);
  });
});

describe('a mail', () => {
  const two = after([follow('lot_1'), '2026-09-01T08:00:00.000Z'], [follow('lot_2'), '2026-09-01T08:00:00.000Z'], [follow('lot_3', endOfRomeDay('2026-12-25')), '2026-09-01T08:00:00.000Z']);

  it('tells of all lots that are due, and of none before', () => {
    when(two, pass, addMs(morning('2026-09-26'), -1)).then([]);
    const first = when(two, pass, morning('2026-09-26'));
    expect(first.state.lots.find(({ lotId }) => lotId === 'lot_3')?.nextDays).toBe(60);
    // The process was down for a week: everything in one.
    const late = when(two, pass, '2026-10-04T10:00:00.000Z');
    expect(late.decision).toMatchObject({ events: [{ data: { dueOn: '2026-10-04', lots: [{ lotId: 'lot_1' }, { lotId: 'lot_2' }, { lotId: 'lot_3' }] } }] });
  });

  it('waits for the morning where its time is passed by night, and a day where there was one already', () => {
    const night = when(two, pass, '2026-10-04T21:00:00.000Z');
    night.then([expiryReminderPutOff.of({ ...who, retryAt: '2026-10-05T06:00:00.000Z' })]);
    expect(expiryReminders.deadline(night.state)).toBe('2026-10-05T06:00:00.000Z');
    when(night.state, pass, '2026-10-05T05:59:59.999Z').then([]);
    const told = when(night.state, pass, '2026-10-05T06:00:00.000Z').state;
    expect([told.lastOn, told.notBefore]).toEqual(['2026-10-05', undefined]);
    const more = when({ ...told, lots: [{ accountId: 'acc_1', lotId: 'lot_9', validUntil: endOfRomeDay('2026-11-04'), nextDays: 30 }] }, pass, '2026-10-05T12:00:00.000Z');
    more.then([]);
    expect(expiryReminders.deadline(more.state)).toBe('2026-10-06T06:00:00.000Z');
  });

  it('says what is left by last day, once a day, and nothing where nothing is left', () => {
    const left = [{ validUntil: until, amountCents: 700 }, { validUntil: until, amountCents: 300 }, { validUntil: endOfRomeDay('2026-12-25'), amountCents: 50 }, { validUntil: until, amountCents: 0 }];
    const announce = (some: object) => ({ type: 'announce-expiry', data: { dueOn: '2026-10-02', left: some } });
    const told = when(two, announce(left), morning('2026-10-02'));
    expect(told.decision).toMatchObject({ events: [{ type: creditExpiryAnnounced.type, data: { totalCents: 1_050, items: [{ validUntil: endOfRomeDay('2026-12-25'), amountCents: 50 }, { validUntil: until, amountCents: 1_000 }] } }] });
    when(told.state, announce(left), morning('2026-10-02')).then([]);
    when(two, announce([{ validUntil: until, amountCents: 0 }]), morning('2026-10-02')).then([]);
    when({ ...two, isOff: true }, announce(left), morning('2026-10-02')).then([]);
  });

  it('isn’t wanted any more, or is again', () => {
    const set = (wanted: boolean) => ({ type: 'set-expiry-reminders', data: { personId: 'per_1', wanted } });
    const off = when(two, set(false), '2026-09-02T08:00:00.000Z');
    off.then([expiryRemindersSet.of({ ...who, wanted: false })]);
    expect(expiryReminders.deadline(off.state)).toBeUndefined();
    when(off.state, pass, '2026-10-04T10:00:00.000Z').then([]);
    when(off.state, set(false), '2026-09-02T08:00:00.000Z').then([]);
    expect(expiryReminders.deadline(when(off.state, set(true), '2026-09-03T08:00:00.000Z').state)).toBe(morning('2026-09-26'));
  });
});

describe('the times', () => {
  it('are of the morning in Rome on the right day, and come in their order (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 119 }), (days, spread) => {
        const last = addDays('2024-01-01', days);
        const times = REMINDER_DAYS.map((before) => reminderAt(endOfRomeDay(last), before, spread));
        expect(times.map((at) => romeDate(at))).toEqual(REMINDER_DAYS.map((before) => addDays(last, -before)));
        expect(times.some(isNight)).toBe(false);
        expect(nextReminderDays(endOfRomeDay(last), spread, times[1]!)).toBe(30);
        expect(nextReminderDays(endOfRomeDay(last), spread, times[3]!)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('are never by night and never two of one day, whenever a deadline is passed (property)', () => {
    const lots = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('lot_1', 'lot_2', 'lot_3', 'lot_4')), { minLength: 1, maxLength: 8 });
    // Over the change to winter time and the one to summer time.
    fc.assert(
      fc.property(lots, fc.array(fc.integer({ min: 0, max: 40 * 3_600_000 }), { minLength: 30, maxLength: 60 }), (credited, waits) => {
        const start = '2026-08-20T08:00:00.000Z';
        let state = after(...credited.map(([days, lotId]) => [follow(lotId, endOfRomeDay(addDays('2026-08-20', days))), start] as const));
        const told: string[] = [];
        for (const wait of waits) {
          const deadline = expiryReminders.deadline(state);
          if (deadline === undefined) break;
          const at = addMs(deadline, wait);
          const { decision, state: next } = when(state, pass, at);
          for (const { type } of decision.ok ? decision.events : []) if (type === expiryReminderDue.type) told.push(at);
          state = next;
        }
        expect(told.some(isNight)).toBe(false);
        expect(new Set(told.map((at) => romeDate(at))).size).toBe(told.length);
      }),
      { numRuns: 200 },
    );
  });
});
