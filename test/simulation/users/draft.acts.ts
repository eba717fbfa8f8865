import { noSuch, type Act } from './act';
import { someFirm } from './owner.acts';

/** A firm types at an application, sometimes in two windows at once, or into an old page; and throws drafts away, also ones that there aren't. */
const typeApplication: Act = {
  name: 'type-application',
  weight: 1,
  async run(territory) {
    const { randomness, callIds } = territory;
    const firm = someFirm(territory);
    if (!firm || callIds.length === 0) return;
    const url = `/api/programmes/firms/${firm.firmId}/drafts/${randomness.chance(0.05) ? noSuch('cal') : randomness.pick(callIds)}`;
    const draft = await firm.owner.get<{ edition: number; savedAt?: string }>(url);
    if (!draft) return;
    if (randomness.chance(draft.savedAt === undefined ? 0.1 : 0.3)) return firm.owner.remove(url);
    const edition = randomness.chance(0.15) ? draft.edition + 1 : draft.edition;
    const windows = randomness.chance(0.3) ? ['rete-', 'rete-lodi'] : ['rete-l'];
    await Promise.all(windows.map((memberships) => firm.owner.post(url, { edition, memberships, ...(randomness.chance(0.5) && { artisan: true }) })));
  },
};

export const draftActs: readonly Act[] = [typeApplication];
