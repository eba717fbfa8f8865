import {
  bankLineAssigned,
  bankLineClosed,
  bankLineRecorded,
  claimCreditDebited,
  contributionCreditSpent,
  coverGivenBack,
  creditAdded,
  creditRunCalledOff,
  creditRunCancelled,
  creditRunCompleted,
  creditRunCovered,
  creditRunRegistered,
  creditRunReleased,
  creditSpent,
  creditWithdrawn,
  firmReminded,
  firmTransferReceived,
  guaranteeSet,
  residueSettled,
  type DataOf,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';

interface Run {
  readonly firmId: string;
  askedCents: number;
  paidCents: number;
  isGiven: boolean;
}

interface Book {
  receivedCents: number;
  /** Credit of runs that are given, less what went back of it. */
  creditedCents: number;
  freeCents: number;
  limitCents?: number;
  /** Credit on the firm's accounts, less what was taken back, reimbursed or ended. */
  onAccountsCents: number;
}

type Figures = Pick<DataOf<typeof guaranteeSet>, 'firmId' | 'receivedCents' | 'freeCents' | 'setAsideCents' | 'creditedCents' | 'guaranteeUsedCents'>;

/**
 * Where the money of credit comes from: after each event a firm's transfers and the guarantee used are its credit, what is free and what is set
 * aside; no run is paid above what it asks; none goes on with more guarantee than there is; no credit comes to an account but by a run that is
 * covered; a bank line pays one firm, once; and at rest each line has paid, each covered run was given whole, no run was given without its
 * cover, what a cover calls given is what its accounts were given less what they gave up, and an open run asks for what is left of its lots.
 */
export function coverRule(): Rule {
  const runs = new Map<string, Run>();
  const books = new Map<string, Book>();
  const lines = new Map<string, { readonly firmId: string | undefined; readonly amountCents: number }>();
  const paid = new Set<string>();
  const given = new Map<string, number>();
  const released = new Set<string>();
  const firmOf = new Map<string, string>();
  /** What lots gave up, by their run, wherever its credit went on. */
  const givenUp = new Map<string, number>();
  const asked = new Map<string, number>();
  const bookOf = (firmId: string): Book => {
    const book = books.get(firmId) ?? { receivedCents: 0, creditedCents: 0, freeCents: 0, onAccountsCents: 0 };
    books.set(firmId, book);
    return book;
  };
  const pay = (shares: readonly { readonly runId: string; readonly amountCents: number }[], expect: Seen<unknown>['expect']): number => {
    for (const { runId, amountCents } of shares) {
      const run = runs.get(runId);
      expect(run !== undefined && run.paidCents + amountCents <= run.askedCents, () => `${runId}: paid ${amountCents} beside ${run?.paidCents} of ${run?.askedCents}`);
      if (run) run.paidCents += amountCents;
    }
    return shares.reduce((sum, { amountCents }) => sum + amountCents, 0);
  };
  const check = (said: Figures, expect: Seen<unknown>['expect']): void => {
    const { firmId, receivedCents, freeCents, setAsideCents, creditedCents, guaranteeUsedCents } = said;
    const book = bookOf(firmId);
    const right = receivedCents === book.receivedCents && creditedCents === book.creditedCents && freeCents === book.freeCents && receivedCents + guaranteeUsedCents === creditedCents + freeCents + setAsideCents;
    expect(right, () => `${firmId}: says ${JSON.stringify({ receivedCents, freeCents, setAsideCents, creditedCents, guaranteeUsedCents })}, its book ${JSON.stringify(book)}`);
    const waiting = [...runs.values()].filter((run) => run.firmId === firmId && !run.isGiven).reduce((sum, { paidCents }) => sum + paidCents, 0);
    expect(waiting === setAsideCents, () => `${firmId}: ${setAsideCents} set aside, ${waiting} paid for runs that wait`);
  };
  const giveUp = (accountId: string, shares: readonly { readonly runId?: string | undefined; readonly amountCents: number }[]): void => {
    for (const { runId = '', amountCents } of shares) {
      bookOf(firmOf.get(accountId)!).onAccountsCents -= amountCents;
      givenUp.set(runId, (givenUp.get(runId) ?? 0) + amountCents);
    }
  };
  const handlers = [
    on(creditAdded, ({ data: { accountId, firmId, lotId, lot, freed = [] }, expect }) => {
      expect(lot.runId !== undefined && runs.get(lot.runId)?.isGiven === true, () => `${lotId} was added without a covered run (${lot.runId})`);
      firmOf.set(accountId, firmId);
      bookOf(firmId).onAccountsCents += lot.amountCents;
      giveUp(accountId, freed);
    }),
    on(creditWithdrawn, ({ data: { accountId, lots } }) => giveUp(accountId, lots)),
    on(claimCreditDebited, ({ data: { accountId, lots } }) => giveUp(accountId, lots)),
    on(contributionCreditSpent, ({ data: { accountId, lots } }) => giveUp(accountId, lots)),
    on(creditSpent, ({ data: { accountId, freed = [] } }) => giveUp(accountId, freed)),
    on(residueSettled, ({ data: { accountId, runId, amountCents, to } }) => giveUp(accountId, [{ runId, amountCents: amountCents - (to?.lot.amountCents ?? 0) }])),
    on(creditRunRegistered, ({ data, expect }) => {
      expect(!runs.has(data.runId), () => `${data.runId} was registered twice`);
      asked.set(data.runId, data.amountCents);
      runs.set(data.runId, { firmId: data.firmId, askedCents: data.amountCents, paidCents: data.paidCents, isGiven: false });
      bookOf(data.firmId).freeCents -= data.paidCents;
      check(data, expect);
    }),
    on(creditRunCovered, ({ data, expect }) => {
      const run = runs.get(data.runId);
      expect(run?.isGiven === false && run.askedCents === data.amountCents && run.paidCents === data.paidCents, () => `${data.runId} was covered as ${data.paidCents} of ${data.amountCents}, it is ${JSON.stringify(run)}`);
      expect(data.paidCents === data.amountCents || data.guaranteeUsedCents <= data.guaranteeCents, () => `${data.firmId}: uses ${data.guaranteeUsedCents} of a guarantee of ${data.guaranteeCents}`);
      const { limitCents } = bookOf(data.firmId);
      expect(limitCents === undefined || limitCents === data.guaranteeCents, () => `${data.firmId}: guarantee ${data.guaranteeCents}, an operator set ${limitCents}`);
      if (run) run.isGiven = true;
      bookOf(data.firmId).creditedCents += data.amountCents;
      check(data, expect);
    }),
    on(firmTransferReceived, ({ data, expect }) => {
      const line = lines.get(data.lineId);
      expect(line?.firmId === data.firmId && line.amountCents === data.amountCents && !paid.has(data.lineId), () => `${data.lineId} of ${JSON.stringify(line)} paid ${data.amountCents} for ${data.firmId}${paid.has(data.lineId) ? ' again' : ''}`);
      paid.add(data.lineId);
      const book = bookOf(data.firmId);
      book.receivedCents += data.amountCents;
      book.freeCents += data.amountCents - pay(data.shares, expect);
      check(data, expect);
    }),
    on(coverGivenBack, ({ data, expect }) => {
      const book = bookOf(data.firmId);
      let overpaid = 0;
      for (const { runId, amountCents } of data.reduced) {
        const run = runs.get(runId)!;
        run.askedCents -= amountCents;
        overpaid += Math.max(0, run.paidCents - run.askedCents);
        run.paidCents = Math.min(run.paidCents, run.askedCents);
        expect(run.isGiven && run.askedCents >= 0, () => `${runId} gave back ${amountCents} above what it asked`);
      }
      book.creditedCents -= data.reduced.reduce((sum, { amountCents }) => sum + amountCents, 0) + data.freedCents - overpaid;
      book.freeCents += data.freedCents - pay(data.shares, expect);
      expect(data.freedCents >= overpaid && book.creditedCents >= 0, () => `${data.firmId}: freed ${data.freedCents}, ${overpaid} were overpaid, ${book.creditedCents} stay given`);
      check(data, expect);
    }),
    on(creditRunCalledOff, ({ data, expect }) => {
      const run = runs.get(data.runId);
      expect(run?.isGiven === false && run.askedCents === data.amountCents && run.paidCents === data.freedCents, () => `${data.runId} was called off as ${data.freedCents} of ${data.amountCents}, it is ${JSON.stringify(run)}`);
      if (run) [run.askedCents, run.paidCents] = [0, 0];
      bookOf(data.firmId).freeCents += data.freedCents - pay(data.shares, expect);
      check(data, expect);
    }),
    on(creditRunCancelled, ({ data: { runId }, expect }) => expect(runs.get(runId)?.askedCents === 0 && !released.has(runId), () => `${runId} was cancelled and the firm hadn't called it off`)),
    on(guaranteeSet, ({ data, expect }) => {
      bookOf(data.firmId).limitCents = data.guaranteeCents;
      check(data, expect);
    }),
    on(firmReminded, ({ data, time, expect }) => {
      const run = runs.get(data.runId);
      expect(run?.isGiven === true && run.askedCents - run.paidCents === data.overdueCents && data.dueAt < time, () => `${data.runId} was reminded of ${data.overdueCents}, due ${data.dueAt}`);
      check(data, expect);
    }),
    on(bankLineRecorded, ({ data: { lineId, firmId, amountCents }, expect }) => {
      expect(!lines.has(lineId), () => `${lineId} was recorded twice`);
      lines.set(lineId, { firmId, amountCents });
    }),
    on(bankLineAssigned, ({ data: { lineId, firmId, amountCents }, expect }) => {
      expect(lines.get(lineId)?.firmId === undefined, () => `${lineId} was assigned and had a firm`);
      lines.set(lineId, { firmId, amountCents });
    }),
    on(bankLineClosed, ({ data: { lineId }, expect }) => expect(lines.get(lineId)?.firmId === undefined, () => `${lineId} was closed and had a firm`)),
    on(creditRunReleased, ({ data: { runId }, expect }) => {
      expect(runs.get(runId)?.isGiven === true && !released.has(runId), () => `${runId} was released without its cover, or twice`);
      released.add(runId);
    }),
    on(creditRunCompleted, ({ data: { runId, totalCents } }) => void given.set(runId, totalCents)),
  ];
  return followEvents('cover', handlers, (_now, expect) => {
    for (const [lineId, { firmId }] of lines) expect((firmId !== undefined) === paid.has(lineId), () => `${lineId} of ${firmId} paid for ${paid.has(lineId) ? 'it' : 'nothing'}`);
    for (const [runId, { isGiven }] of runs) expect(isGiven === given.has(runId), () => `${runId}: ${isGiven ? 'covered' : 'without cover'}, ${given.get(runId)} given`);
    for (const [firmId, { creditedCents, onAccountsCents }] of books) expect(creditedCents === onAccountsCents, () => `${firmId}: its cover says ${creditedCents} given, its accounts ${onAccountsCents}`);
    for (const [runId, { isGiven, askedCents, paidCents }] of runs) {
      const left = asked.get(runId)! - (givenUp.get(runId) ?? 0);
      expect(!isGiven || paidCents === askedCents || askedCents === left, () => `${runId} asks for ${askedCents}, and ${left} of its lots are left`);
    }
  });
}
