import {
  allotmentEnded,
  allotmentGranted,
  allotmentPaid,
  allotmentReported,
  allotmentVerified,
  incentiveHeld,
  incentivePaid,
  incentivePinned,
  incentiveReleased,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';
import { HoldBook, isEarly } from './hold-book';

interface Allotment {
  readonly grantedCents: number;
  paidCents: number;
  /** Of a reported one, and of a verified one. */
  reportedCents?: number;
  admittedCents?: number;
  readonly holds: HoldBook<{ readonly amountCents: number; readonly expiresAt: string }>;
}

interface Figures {
  readonly heldCents: number;
  readonly paidCents: number;
  readonly freeCents: number;
}

const NONE = (): Allotment => ({ grantedCents: 0, paidCents: 0, holds: new HoldBook() });

/** An allotment is always held + paid + free, none below zero; a hold ends once, by the clock only after its time and only unpinned. */
export function allotmentRule(): Rule {
  const allotments = new Map<string, Allotment>();
  const allotmentOf = (id: string): Allotment => allotments.get(id) ?? NONE();
  const check = (id: string, allotment: Allotment, said: Figures, expect: Seen<unknown>['expect']): void => {
    const { grantedCents, paidCents, holds } = allotment;
    const freeCents = grantedCents - paidCents - holds.heldCents;
    const right = said.heldCents === holds.heldCents && said.paidCents === paidCents && said.freeCents === freeCents;
    expect(
      right && freeCents >= 0,
      () => `${id}: says ${JSON.stringify(said)}; ${holds.heldCents} held, ${paidCents} paid of ${grantedCents}`,
    );
  };
  const figuresOf = ({ heldCents, paidCents, freeCents }: Figures): Figures => ({ heldCents, paidCents, freeCents });
  const handlers = [
    on(allotmentGranted, ({ data, expect }) => {
      expect(!allotments.has(data.allotmentId), () => `${data.allotmentId} was granted twice`);
      allotments.set(data.allotmentId, { ...NONE(), grantedCents: data.amountCents });
    }),
    on(allotmentEnded, ({ data, expect }) => {
      const { grantedCents, paidCents, holds } = allotmentOf(data.allotmentId);
      const right = holds.heldCents === 0 && data.paidCents === paidCents && data.returnedCents === grantedCents - paidCents;
      expect(right, () => `${data.allotmentId} ended with ${data.paidCents} paid and ${data.returnedCents} given back of ${grantedCents}`);
      // Nothing is left of it but what was paid.
      allotments.set(data.allotmentId, { grantedCents: paidCents, paidCents, holds });
    }),
    on(allotmentReported, ({ data: { allotmentId, reportedCents }, expect }) => {
      const allotment = allotmentOf(allotmentId);
      expect(allotment.grantedCents === allotment.paidCents && reportedCents <= allotment.paidCents, () => `${allotmentId} reports ${reportedCents}, ${allotment.paidCents} were paid of ${allotment.grantedCents}`);
      expect(allotment.reportedCents === undefined, () => `${allotmentId} was reported twice`);
      allotment.reportedCents = reportedCents;
    }),
    on(allotmentVerified, ({ data: { allotmentId, admittedCents, recoverCents }, expect }) => {
      const allotment = allotmentOf(allotmentId);
      const { reportedCents = 0, paidCents } = allotment;
      expect(admittedCents <= reportedCents && admittedCents + recoverCents === paidCents, () => `${allotmentId}: ${admittedCents} admitted of ${reportedCents}, ${recoverCents} recovered of ${paidCents}`);
      expect(allotment.admittedCents === undefined, () => `${allotmentId} was verified twice`);
      allotment.admittedCents = admittedCents;
    }),
    on(allotmentPaid, ({ data: { allotmentId, amountCents }, expect }) => expect(amountCents === allotmentOf(allotmentId).admittedCents, () => `${allotmentId}: the funder paid ${amountCents} of ${allotmentOf(allotmentId).admittedCents} admitted`)),
    on(incentiveHeld, ({ data, expect }) => {
      const allotment = allotmentOf(data.allotmentId);
      expect(
        allotment.holds.open(data.purchaseId, data),
        () => `${data.allotmentId} holds for ${data.purchaseId} twice`,
      );
      check(data.allotmentId, allotment, figuresOf(data), expect);
    }),
    on(incentivePinned, ({ data, expect }) =>
      expect(
        allotmentOf(data.allotmentId).holds.pin(data.purchaseId),
        () => `${data.allotmentId} pinned no hold of ${data.purchaseId}`,
      ),
    ),
    on(incentivePaid, ({ data, expect }) => {
      const allotment = allotmentOf(data.allotmentId);
      const hold = allotment.holds.close(data.purchaseId);
      expect(
        hold?.amountCents === data.amountCents,
        () => `${data.allotmentId} paid for ${data.purchaseId} what wasn't held`,
      );
      allotment.paidCents += data.amountCents;
      check(data.allotmentId, allotment, figuresOf(data), expect);
    }),
    on(incentiveReleased, ({ data, time, expect }) => {
      const allotment = allotmentOf(data.allotmentId);
      const hold = allotment.holds.close(data.purchaseId);
      const place = `${data.allotmentId} for ${data.purchaseId}`;
      expect(
        data.amountCents === (hold?.amountCents ?? 0),
        () => `${place}: gave back ${data.amountCents} of ${hold?.amountCents ?? 0}`,
      );
      expect(
        !hold || !isEarly(hold, data.reason, time),
        () => `${place}: expired at ${time}, pinned ${hold?.pinned}, good until ${hold?.expiresAt}`,
      );
      if (allotments.has(data.allotmentId)) check(data.allotmentId, allotment, figuresOf(data), expect);
    }),
  ];
  return followEvents('allotment', handlers, (now, expect) => {
    for (const [id, { holds }] of allotments)
      expect(
        holds.overdue(now).length === 0,
        () => `${id}: holds past their time at ${now}: ${holds.overdue(now).join()}`,
      );
  });
}
