import { premiumCapHeld, premiumCapReleased, premiumCapSettled, premiumChosen, premiumOffered } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { bookOf } from './hold-book';

interface Share {
  usedCents: number;
  heldCents?: number | undefined;
  lookAt?: string;
}

/** What people chose to have of a year’s cap, by the premiums' own events. */
interface ChosenYear {
  capCents: number;
  readonly usedCents: Map<string, number>;
}

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, cents) => total + cents, 0);

/**
 * Nobody's choices cross the cap of premiums of a year, whichever employers they are of: by the premiums alone, and by the year that holds
 * for each of them. Who doesn't choose is paid by their employer without regard to others (ADR 0295), and isn't counted.
 */
export function premiumCapRule(): Rule {
  const years = new Map<string, Map<string, Share>>();
  const chosen = new Map<string, ChosenYear>();
  const caps = new Map<string, number>();
  /** The most that was ever held for a premium's choice. */
  const held = new Map<string, number>();
  const sharesOf = (id: string): Map<string, Share> => bookOf(years, id, () => new Map<string, Share>());
  const handlers = [
    on(premiumOffered, ({ data }) => void caps.set(data.premiumId, data.capCents)),
    on(premiumCapHeld, ({ data, expect }) => {
      const shares = sharesOf(data.premiumYearId);
      const share = bookOf(shares, data.premiumId, (): Share => ({ usedCents: 0 }));
      const othersCents = sum([...shares].map(([id, { usedCents, heldCents = 0 }]) => (id === data.premiumId ? 0 : Math.max(usedCents, heldCents))));
      expect(share.heldCents === undefined, () => `${data.premiumId}: the cap is held for two choices at once`);
      expect(data.knownCents === othersCents, () => `${data.premiumId}: ${data.knownCents} known of others that have ${othersCents}`);
      expect(data.heldCents <= Math.max(0, data.capCents - othersCents), () => `${data.premiumId}: ${data.heldCents} held of ${data.capCents}, of which others have ${othersCents}`);
      Object.assign(share, { heldCents: data.heldCents, lookAt: data.lookAt });
      held.set(data.premiumId, Math.max(data.heldCents, held.get(data.premiumId) ?? 0));
    }),
    on(premiumCapReleased, ({ data }) => void (sharesOf(data.premiumYearId).get(data.premiumId)!.heldCents = undefined)),
    on(premiumCapSettled, ({ data }) => {
      const shares = sharesOf(data.premiumYearId);
      const { usedCents, premiumId } = data;
      shares.set(premiumId, data.isHoldOver ? { usedCents } : { ...shares.get(premiumId), usedCents });
    }),
    on(premiumChosen, ({ data }) => {
      if (data.by !== 'person') return;
      const usedCents = data.convertedCents + data.favouredCents;
      const year = bookOf(chosen, `${data.personId} in ${data.year}`, (): ChosenYear => ({ capCents: 0, usedCents: new Map() }));
      year.capCents = Math.max(year.capCents, caps.get(data.premiumId) ?? 0);
      year.usedCents.set(data.premiumId, usedCents);
    }),
  ];
  return followEvents('premium-cap', handlers, (now, expect) => {
    for (const [who, { capCents, usedCents }] of chosen) {
      expect(sum(usedCents.values()) <= capCents, () => `${who}: ${sum(usedCents.values())} chosen of a cap of ${capCents}`);
      // At rest, since two documents that a request changes one after the other may have the same time.
      for (const [id, cents] of usedCents) expect(cents <= (held.get(id) ?? 0), () => `${id}: chosen with ${cents} of the cap, ${held.get(id)} held`);
    }
    for (const [id, shares] of years) for (const [premiumId, { heldCents, lookAt }] of shares) expect(heldCents === undefined || lookAt! > now, () => `${id}: ${heldCents} still held for ${premiumId}, which should have been asked at ${lookAt}`);
  });
}
