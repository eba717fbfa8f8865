import {
  aidCorrected,
  aidHeld,
  aidRecorded,
  aidRegisterAbsorbed,
  aidRegisterMerged,
  aidReleased,
  allotmentAdmitted,
  allotmentEnded,
  allotmentGranted,
  allotmentRefused,
  allotmentVerified,
  undertakingLinkRequested,
  undertakingsLinked,
  type AidRow,
  type AidRule,
} from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

interface Entry {
  readonly regime: string;
  readonly amountCents: number;
  /** Undefined for what is only held. */
  readonly grantedOn?: string;
}

interface Book {
  readonly rows: Map<string, Entry>;
  readonly holds: Map<string, Entry>;
  into?: string;
}

/** By the text of the day alone, apart from the product's calendar: a grant three years ago to the day doesn't count any more. */
function counts(rule: AidRule, { regime, grantedOn }: Entry, day: string): boolean {
  const year = Number(day.slice(0, 4)) - rule.years;
  const last = rule.window === 'rolling-years' ? `${year}${day.slice(4)}` : `${year}-12-31`;
  return rule.countsWith.some((one) => one === regime) && (grantedOn === undefined || grantedOn > last);
}

const idsOf = (entries: readonly { readonly rowId?: string; readonly allotmentId?: string; readonly amountCents: number }[]): string =>
  entries
    .map(({ rowId, allotmentId, amountCents }) => `${rowId ?? allotmentId}=${amountCents}`)
    .sort()
    .join();
const idsIn = (entries: ReadonlyMap<string, Entry>): string =>
  [...entries].map(([id, { amountCents }]) => `${id}=${amountCents}`).sort().join();

/**
 * No grant is set aside above the ceiling of its undertaking, by the sum of what its registers say; a merge takes everything
 * with it and leaves nothing behind; and at rest each link is made, each grant that is aid has its row, of its amount, and nothing is held but for
 * applications that wait in a ranking.
 */
export function aidRule(): Rule {
  const books = new Map<string, Book>();
  const given = new Map<string, { readonly rows: string; readonly holds: string }>();
  const granted = new Map<string, number>();
  const waiting = new Set<string>();
  const linking = new Set<string>();
  const bookOf = (id: string): Book => {
    const book = books.get(id) ?? { rows: new Map<string, Entry>(), holds: new Map<string, Entry>() };
    books.set(id, book);
    return book;
  };
  const handlers = [
    on(aidHeld, ({ data: { registerId, allotmentId, facts }, time, expect }) => {
      const { rows, holds, into } = bookOf(registerId);
      const { rule, askedCents, usedCents, heldCents } = facts;
      const entries = [...rows.values(), ...holds.values()].filter((entry) => counts(rule, entry, romeDate(time)));
      const own = entries.reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect(into === undefined, () => `${registerId} decided after it was merged into ${into}`);
      expect(usedCents === own, () => `${registerId}: says ${usedCents} used, its entries say ${own}`);
      expect(own + heldCents <= rule.ceilingCents, () => `${registerId}: ${own} and ${heldCents} of ${rule.ceilingCents}`);
      expect(heldCents > 0 && heldCents <= askedCents, () => `${allotmentId}: held ${heldCents} of ${askedCents}`);
      expect(!holds.has(allotmentId), () => `${registerId} holds for ${allotmentId} twice`);
      holds.set(allotmentId, { regime: rule.regime, amountCents: heldCents });
    }),
    on(aidReleased, ({ data: { registerId, allotmentId, amountCents }, expect }) => {
      const { holds } = bookOf(registerId);
      expect(holds.get(allotmentId)?.amountCents === amountCents, () => `${registerId} released for ${allotmentId} what it didn't hold`);
      holds.delete(allotmentId);
    }),
    on(aidRecorded, ({ data: { registerId, row }, expect }) => {
      const { rows, holds } = bookOf(registerId);
      expect(!rows.has(row.rowId), () => `${registerId} records ${row.rowId} twice`);
      if (row.source === 'granted') {
        expect(holds.get(row.rowId)?.amountCents === row.amountCents, () => `${registerId} records ${row.rowId}, which it didn't hold`);
        expect(row.cor !== undefined, () => `${row.rowId} was granted without a COR`);
      }
      holds.delete(row.rowId);
      rows.set(row.rowId, entryOf(row));
    }),
    on(aidRegisterMerged, ({ data: { registerId, into, rows, holds }, expect }) => {
      const book = bookOf(registerId);
      const same = idsOf(rows) === idsIn(book.rows) && idsOf(holds) === idsIn(book.holds);
      expect(same && book.into === undefined, () => `${registerId} gave away what it didn't have`);
      books.set(registerId, { rows: new Map(), holds: new Map(), into });
      given.set(registerId, { rows: idsOf(rows), holds: idsOf(holds) });
    }),
    on(aidRegisterAbsorbed, ({ data: { registerId, from, rows, holds }, expect }) => {
      const book = bookOf(registerId);
      const gave = given.get(from);
      expect(gave?.rows === idsOf(rows) && gave.holds === idsOf(holds), () => `${registerId} took in what ${from} didn't give`);
      given.delete(from);
      for (const row of rows) book.rows.set(row.rowId, entryOf(row));
      for (const { allotmentId, regime, amountCents } of holds) book.holds.set(allotmentId, { regime, amountCents });
    }),
    on(aidCorrected, ({ data: { registerId, rowId, amountCents }, expect }) => {
      const { rows } = bookOf(registerId);
      const row = rows.get(rowId);
      expect(row !== undefined && amountCents < row.amountCents, () => `${registerId}: ${rowId} of ${row?.amountCents} corrected to ${amountCents}`);
      if (row) rows.set(rowId, { ...row, amountCents });
    }),
    on(allotmentEnded, ({ data: { allotmentId, how, paidCents } }) => {
      if (granted.has(allotmentId)) granted.set(allotmentId, how === 'revoked' ? 0 : paidCents);
    }),
    on(allotmentVerified, ({ data: { allotmentId, admittedCents } }) => {
      if (granted.has(allotmentId)) granted.set(allotmentId, admittedCents);
    }),
    on(undertakingLinkRequested, ({ data: { linkId } }) => void linking.add(linkId)),
    on(undertakingsLinked, ({ data: { linkId, registerId }, expect }) => {
      expect(linking.delete(linkId), () => `${linkId} was linked in ${registerId} and not asked for`);
    }),
    on(allotmentAdmitted, ({ data: { allotmentId } }) => void waiting.add(allotmentId)),
    on(allotmentRefused, ({ data: { allotmentId } }) => void waiting.delete(allotmentId)),
    on(allotmentGranted, ({ data: { allotmentId, amountCents, terms, cor }, expect }) => {
      waiting.delete(allotmentId);
      expect((terms.aidRegime === undefined) === (cor === undefined), () => `${allotmentId}: ${terms.aidRegime} with the COR ${cor}`);
      if (cor !== undefined) granted.set(allotmentId, amountCents);
    }),
  ];
  return followEvents('aid', handlers, (_now, expect) => {
    const rows = new Map([...books.values()].flatMap((book) => [...book.rows]));
    for (const [id, { holds }] of books) expect([...holds.keys()].every((allotmentId) => waiting.has(allotmentId)), () => `${id} still holds ${idsIn(holds)}`);
    for (const linkId of linking) expect(false, () => `${linkId} was never linked`);
    for (const from of given.keys()) expect(false, () => `what ${from} gave away was never taken in`);
    for (const [allotmentId, amountCents] of granted)
      expect(rows.get(allotmentId)?.amountCents === amountCents, () => `${allotmentId}: ${amountCents} granted, ${rows.get(allotmentId)?.amountCents} in the register`);
  });
}

const entryOf = ({ regime, amountCents, grantedOn }: AidRow): Entry => ({ regime, amountCents, grantedOn });
