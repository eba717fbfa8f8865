import type { Act } from './act';
import { dayFrom } from './owner.acts';

/** A cooperative declares what a call created with it, again or twice at once, and sometimes of a month that isn't the call's or hasn't come. */
const declareWork: Act = {
  name: 'declare-work',
  weight: 0.6,
  async run(territory) {
    const { cooperatives, callIds, randomness } = territory;
    const standing = cooperatives.filter(({ providerId }) => providerId !== undefined);
    if (standing.length === 0 || callIds.length === 0) return;
    const { manager, providerId } = randomness.pick(standing);
    const url = `/api/providers/${providerId}/work-declarations`;
    const callId = randomness.pick(callIds);
    const body = (hours: number): object => ({ callId, month: dayFrom(territory, randomness.pick([0, 0, 0, -400, 40])).slice(0, 7), women: { posts: 1, hours }, men: { posts: 0, hours: 0 }, ...(randomness.chance(0.5) && { extraOpeningHours: hours }) });
    await Promise.all((randomness.chance(0.3) ? [10, 20] : [10]).map((hours) => manager.post(url, body(hours))));
    await manager.get(url);
  },
};

export const workActs: readonly Act[] = [declareWork];
