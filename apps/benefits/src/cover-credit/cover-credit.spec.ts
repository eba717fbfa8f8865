import { coverGivenBack, creditRunCovered, creditRunRegistered, firmReminded, firmTransferReceived } from '@salvatempo/contracts';
import { decide, evolve, PASS_DEADLINE, type Command, type DomainEvent } from '@salvatempo/kernel';
import * as fc from 'fast-check';
import { COVER, covers, giveBack, giveBackLots, guarantee, receive, register, terms } from '../domain/firm-cover.fixture';
import type { Account } from '../domain/account';
import { figuresOf, isGiven, leftOf, lotIdOf, standingOf, suspendedLots, type FirmCover } from '../domain/firm-cover';

const AT = '2026-09-01T08:00:00.000Z';
const pass: Command = { type: PASS_DEADLINE, data: {} };

/** Runs commands one after the other; a text is the time from there on. */
function run(...story: readonly (Command | string)[]): { state: FirmCover; events: readonly DomainEvent[] } {
  let [state, at] = [covers.initial, AT];
  const events: DomainEvent[] = [];
  for (const next of story) {
    if (typeof next === 'string') at = next;
    else {
      const decision = decide(covers, next, state, { id: COVER, at });
      for (const event of decision.ok ? decision.events : []) {
        events.push(event);
        state = evolve(covers, state, event);
      }
    }
  }
  return { state, events };
}
const runsIn = (events: readonly DomainEvent[], type: string): unknown[] => events.filter((event) => event.type === type).map(({ data }) => (data as { runId: string }).runId);

describe('a credit run', () => {
  it('is covered by the guarantee, and due after its days', () => {
    const { state, events } = run(register('run_1', 10_000));
    expect(events.map(({ type }) => type)).toEqual([creditRunRegistered.type, creditRunCovered.type]);
    expect(events[1]?.data).toMatchObject({ dueAt: '2026-10-01T21:59:59.999Z', remindAt: ['2026-10-08T21:59:59.999Z', '2026-10-16T21:59:59.999Z', '2026-10-31T22:59:59.999Z'], guaranteeCents: 10_000 });
    expect(figuresOf(state)).toMatchObject({ creditedCents: 10_000, guaranteeUsedCents: 10_000, receivedCents: 0 });
  });

  it('waits one cent above the guarantee, and goes on when the transfer comes', () => {
    const { state, events } = run(register('run_1', 10_001));
    expect(events.map(({ data }) => (data as { waits?: boolean }).waits)).toEqual([true]);
    expect(state.open.some(isGiven)).toBe(false);
    expect(runsIn(run(register('run_1', 10_001), receive('bkl_1', 1, 'run_1')).events, creditRunCovered.type)).toEqual(['run_1']);
  });

  it('that needs the guarantee doesn’t pass one before it; one that is paid does', () => {
    const waiting = [register('run_1', 20_000), register('run_2', 5_000)];
    expect(runsIn(run(...waiting).events, creditRunCovered.type)).toEqual([]);
    expect(runsIn(run(...waiting, receive('bkl_1', 5_000, 'run_2')).events, creditRunCovered.type)).toEqual(['run_2']);
    const { state, events } = run(...waiting, receive('bkl_1', 10_000));
    expect([runsIn(events, creditRunCovered.type), state.open.map(leftOf)]).toEqual([['run_1'], [10_000, 5_000]]);
  });

  it('leaves the position when it is given and paid', () => {
    const { state } = run(register('run_1', 8_000), receive('bkl_1', 3_000), receive('bkl_2', 6_000));
    expect(state).toMatchObject({ open: [], settledCents: 8_000, freeCents: 1_000, receivedCents: 9_000 });
    expect(run(register('run_1', 8_000), receive('bkl_1', 9_000), register('run_2', 1_000)).state).toMatchObject({ open: [], settledCents: 9_000, freeCents: 0 });
  });

  it('waits for a higher guarantee too', () => expect(runsIn(run(register('run_1', 20_000), guarantee(20_000)).events, creditRunCovered.type)).toEqual(['run_1']));
});

describe('open pro-formas', () => {
  const many = (count: number, cents: number): Command[] => Array.from({ length: count }, (_, n) => register(`run_${n}`, cents));
  const refusalOf = (state: FirmCover, command: Command) => {
    const decision = decide(covers, command, state, { id: COVER, at: AT });
    return decision.ok ? undefined : decision.refusal;
  };

  it('are a hundred at most, whoever asks; one that is paid at once, or asks after a payment, is given', () => {
    const { state } = run(...many(100, 50_000));
    expect([state.open.length, refusalOf(state, register('run_more', 50_000))]).toEqual([100, { code: 'proformas-too-many', params: { most: 100 } }]);
    expect(refusalOf(run(...many(99, 50_000)).state, register('run_more', 50_000))).toBeUndefined();
    expect(refusalOf(evolve(covers, state, { type: firmTransferReceived.type, data: { firmId: 'com_firm', amountCents: 700, shares: [] } }), register('run_more', 700))).toBeUndefined();
    expect(refusalOf(run(...many(100, 50_000), receive('bkl_1', 50_000)).state, register('run_more', 50_000))).toBeUndefined();
  });

  it('leave the document small after ten thousand runs, paid or not', () => {
    const id = (n: number): string => `run_${String(n).padStart(26, '0')}`;
    let state = covers.initial;
    for (let n = 0; n < 10_000; n++)
      for (const command of [register(id(n), 90), ...(n % 2 === 0 ? [receive(`bkl_${n}`, 60, id(n))] : []), giveBack(id(n), 7)]) {
        const decision = decide(covers, command, state, { id: COVER, at: AT });
        for (const event of decision.ok ? decision.events : []) state = evolve(covers, state, event);
      }
    expect(state.open.length).toBeLessThanOrEqual(100);
    // An inbox of 256 stands beside it.
    expect(JSON.stringify(state).length).toBeLessThan(40 * 1024);
  });
});

describe('a transfer', () => {
  it('pays the run that it names first, then the oldest, and the rest is the firm’s', () => {
    const { events } = run(register('run_1', 4_000), register('run_2', 5_000), receive('bkl_1', 6_000, 'run_2'), receive('bkl_2', 6_000));
    expect(events.filter(({ type }) => type === firmTransferReceived.type).map(({ data }) => data)).toMatchObject([
      { shares: [{ runId: 'run_2', amountCents: 5_000 }, { runId: 'run_1', amountCents: 1_000 }], guaranteeUsedCents: 3_000, freeCents: 0 },
      { shares: [{ runId: 'run_1', amountCents: 3_000 }], guaranteeUsedCents: 0, freeCents: 3_000 },
    ]);
  });
});

describe('credit that is taken back', () => {
  it('asks for less where it wasn’t paid', () => expect(figuresOf(run(register('run_1', 8_000), giveBack('run_1', 3_000)).state)).toMatchObject({ creditedCents: 5_000, guaranteeUsedCents: 5_000, freeCents: 0 }));

  it('is the firm’s money again where it was, and pays what is open', () => {
    expect(figuresOf(run(register('run_1', 8_000), receive('bkl_1', 8_000), giveBack('run_1', 3_000)).state)).toMatchObject({ creditedCents: 5_000, freeCents: 3_000, receivedCents: 8_000 });
    const { state, events } = run(register('run_1', 8_000), receive('bkl_1', 8_000), register('run_2', 9_000), giveBack('run_1', 3_000, 'reimbursed'));
    expect(events.at(-1)?.data).toMatchObject({ reason: 'reimbursed', freedCents: 3_000, reduced: [], shares: [{ runId: 'run_2', amountCents: 3_000 }] });
    expect(state.open).toMatchObject([{ runId: 'run_2', paidCents: 3_000 }]);
    expect(run(register('run_1', 8_000), receive('bkl_1', 6_000), giveBack('run_1', 3_000)).state).toMatchObject({ open: [], freeCents: 1_000, settledCents: 5_000 });
  });

  it('is found in its run in whatever lot it went on', () => {
    const wentOn = giveBackLots({ lotId: 'lot_on', amountCents: 3_000, runId: 'run_1' });
    const { state, events } = run(register('run_1', 8_000), register('run_2', 1_000), receive('bkl_1', 1_000, 'run_2'), wentOn);
    expect([events.at(-1)?.data, figuresOf(state)]).toMatchObject([{ reduced: [{ runId: 'run_1', amountCents: 3_000 }], freedCents: 0 }, { creditedCents: 6_000, guaranteeUsedCents: 5_000, freeCents: 0 }]);
  });

  it('gives back nothing of what nobody paid, such as credit from before', () => expect(run(giveBack('run_0', 3_000)).events).toEqual([]));
});

describe('what isn’t paid in time', () => {
  /** A lot of each run, the first from before lots named theirs, and one that the first run's credit went on in. */
  const owner = { personId: 'per_1', lots: [{ lotId: lotIdOf('run_1', 'per_1') }, { lotId: 'lot_on', runId: 'run_1' }, { lotId: lotIdOf('run_2', 'per_1'), runId: 'run_2' }] as unknown as Account['lots'] };
  const given = register('run_1', 8_000);
  const [first, last] = ['2026-10-08T22:00:00.000Z', '2026-10-31T23:00:00.000Z'];

  it('is reminded of on its days, and makes arrears, then default', () => {
    expect(run(given, '2026-10-08T21:59:59.998Z', pass).events).toHaveLength(2);
    const late = run(given, first, pass, pass);
    expect(late.events.filter(({ type }) => type === firmReminded.type).map(({ data }) => data)).toMatchObject([{ level: 1, overdueCents: 8_000, standing: 'in-arrears' }]);
    expect(covers.deadline?.(late.state)).toBe('2026-10-16T21:59:59.999Z');
    const broke = run(given, last, pass);
    expect([broke.events.at(-1)?.data, covers.deadline?.(broke.state)]).toMatchObject([{ level: 3, standing: 'in-default' }, undefined]);
  });

  it('keeps new runs waiting even within the guarantee, unless they are paid', () => {
    expect(runsIn(run(given, first, pass, register('run_2', 1_000)).events, creditRunCovered.type)).toEqual(['run_1']);
    expect(runsIn(run(given, first, pass, register('run_2', 1_000), receive('bkl_1', 1_000, 'run_2')).events, creditRunCovered.type)).toEqual(['run_1', 'run_2']);
  });

  it('in default suspends the lots that aren’t paid, and those alone; the payment ends it and lets waiting runs go', () => {
    const story = [given, last, pass, register('run_2', 1_000), receive('bkl_1', 1_000, 'run_2')];
    const { state } = run(...story);
    expect([standingOf(state), suspendedLots(state, owner)]).toEqual(['in-default', [lotIdOf('run_1', 'per_1'), 'lot_on']]);
    expect(suspendedLots(run(given, first, pass).state, owner)).toEqual([]);
    const paid = run(...story, register('run_3', 500), receive('bkl_2', 8_000));
    expect([standingOf(paid.state), runsIn(paid.events, creditRunCovered.type), suspendedLots(paid.state, owner)]).toEqual(['regular', ['run_1', 'run_2', 'run_3'], []]);
  });
});

it('balances to the cent after each event, whatever the order (property)', () => {
  const runIds = fc.constantFrom('run_1', 'run_2', 'run_3', 'run_4');
  const cents = fc.integer({ min: 1, max: 15_000 });
  const command = fc.oneof(
    fc.tuple(runIds, cents).map(([id, amount]) => register(id, amount)),
    fc.tuple(cents, fc.option(runIds, { nil: undefined })).map(([amount, id]) => receive('bkl_1', amount, id)),
    fc.tuple(runIds, cents).map(([id, amount]) => giveBack(id, amount)),
    cents.map(guarantee),
    fc.constant(pass),
    fc.integer({ min: 1, max: 90 }).map((day) => `2026-${String(9 + Math.floor(day / 30)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}T09:00:00.000Z`),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (story) => {
      const given = new Map<string, number>();
      let [received, back, limit] = [0, 0, terms.guaranteeCents];
      let before = covers.initial;
      // A run's id is of one request: a second one of the same is another run here.
      const once = story.map((next, n) => (typeof next !== 'string' && next.type === 'register-run' ? register(`run_${n}`, (next.data as { amountCents: number }).amountCents) : next));
      for (const { type, data } of run(...once).events as readonly DomainEvent<never>[]) {
        const { amountCents, runId, reduced = [], guaranteeCents } = data as { amountCents: number; runId: string; reduced?: { amountCents: number }[]; guaranteeCents: number };
        if (type === firmTransferReceived.type) received += amountCents;
        if (type === creditRunCovered.type) given.set(runId, amountCents);
        if (type === coverGivenBack.type) back += reduced.reduce((sum, one) => sum + one.amountCents, 0) + ofSettled(before, data);
        if (type === 'benefits.guarantee-set.v1') limit = guaranteeCents;
        const state = evolve(covers, before, { type, data });
        const figures = figuresOf(state);
        expect(data).toMatchObject(figures);
        expect(figures.receivedCents).toBe(received);
        expect(figures.receivedCents + figures.guaranteeUsedCents).toBe(figures.creditedCents + figures.freeCents + figures.setAsideCents);
        expect(figures.creditedCents).toBe([...given.values()].reduce((sum, one) => sum + one, 0) - back);
        if (type === creditRunCovered.type && figures.guaranteeUsedCents > figuresOf(before).guaranteeUsedCents) expect(figures.guaranteeUsedCents).toBeLessThanOrEqual(limit);
        for (const { paidCents, amountCents: asked } of state.open) expect(paidCents >= 0 && paidCents <= asked).toBe(true);
        expect(Math.min(state.freeCents, state.settledCents)).toBeGreaterThanOrEqual(0);
        before = state;
      }
    }),
    { numRuns: 500 },
  );
});

/** What a giving back took of runs that were paid and gone. */
const ofSettled = (before: FirmCover, data: object): number => {
  const { freedCents, reduced } = data as { freedCents: number; reduced: { runId: string; amountCents: number }[] };
  const overpaid = before.open.reduce((sum, run) => sum + Math.max(0, run.paidCents - run.amountCents + (reduced.find(({ runId }) => runId === run.runId)?.amountCents ?? 0)), 0);
  return freedCents - overpaid;
};
