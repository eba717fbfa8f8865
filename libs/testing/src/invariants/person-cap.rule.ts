import { callOpened, personCapHeld, personCapPinned, personCapReleased, personCapUsed } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { HoldBook, bookOf, isEarly } from './hold-book';

class Cap {
  usedCents = 0;
  readonly holds = new HoldBook<{ readonly amountCents: number; readonly expiresAt: string }>();

  agrees({ heldCents, usedCents }: { readonly heldCents: number; readonly usedCents: number }): boolean {
    return heldCents === this.holds.heldCents && usedCents === this.usedCents;
  }
}

/** Nobody ever has more held and used than the call's cap for a person, and a cap's figures are the sum of its entries. */
export function personCapRule(): Rule {
  const limits = new Map<string, number>();
  const caps = new Map<string, Cap>();
  const capOf = (id: string): Cap => bookOf(caps, id, () => new Cap());
  const wrong = (id: string) => () => `${id}: its figures aren't the sum of its entries`;
  const handlers = [
    on(callOpened, ({ data }) => limits.set(data.callId, data.terms.personCapCents)),
    on(personCapHeld, ({ data, expect }) => {
      const cap = capOf(data.personCapId);
      expect(cap.holds.open(data.purchaseId, data), () => `${data.personCapId} holds for ${data.purchaseId} twice`);
      expect(cap.agrees(data), wrong(data.personCapId));
      const takenCents = cap.holds.heldCents + cap.usedCents;
      const limitCents = limits.get(data.callId) ?? 0;
      expect(takenCents <= limitCents, () => `${data.personCapId}: ${takenCents} of at most ${limitCents}`);
    }),
    on(personCapPinned, ({ data, expect }) =>
      expect(
        capOf(data.personCapId).holds.pin(data.purchaseId),
        () => `${data.personCapId} pinned no hold of ${data.purchaseId}`,
      ),
    ),
    on(personCapUsed, ({ data, expect }) => {
      const cap = capOf(data.personCapId);
      const hold = cap.holds.close(data.purchaseId);
      expect(
        hold?.amountCents === data.amountCents,
        () => `${data.personCapId}: used for ${data.purchaseId} what wasn't held`,
      );
      cap.usedCents += data.amountCents;
      expect(cap.agrees(data), wrong(data.personCapId));
    }),
    on(personCapReleased, ({ data, time, expect }) => {
      const cap = capOf(data.personCapId);
      const hold = cap.holds.close(data.purchaseId);
      const place = `${data.personCapId} for ${data.purchaseId}`;
      expect(
        data.amountCents === (hold?.amountCents ?? 0),
        () => `${place}: gave back ${data.amountCents} of ${hold?.amountCents ?? 0}`,
      );
      expect(
        !hold || !isEarly(hold, data.reason, time),
        () => `${place}: expired at ${time}, pinned ${hold?.pinned}, good until ${hold?.expiresAt}`,
      );
      expect(cap.agrees(data), wrong(place));
    }),
  ];
  return followEvents('person-cap', handlers, (now, expect) => {
    for (const [id, { holds }] of caps)
      expect(
        holds.overdue(now).length === 0,
        () => `${id}: holds past their time at ${now}: ${holds.overdue(now).join()}`,
      );
  });
}
