import { hoursFundOpened, hoursGivenBack, hoursReserved, hoursUsed, type HoursPot } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';

interface Pot {
  readonly budgetMinutes: number;
  committedMinutes: number;
  usedMinutes: number;
}

/**
 * A Comune's pot of hours is always committed + used + free and never below zero, the sum of its entries; at rest what is committed
 * is what its open requests have. Minutes are followed apart from cents: no entry of one is ever among those of the other.
 */
export function hoursFundRule(): Rule {
  const pots = new Map<string, Pot>();
  const open = new Map<string, { readonly key: string; readonly minutes: number }>();
  const keyOf = (hoursFundId: string, municipality: string): string => `${hoursFundId} in ${municipality}`;
  const check = (key: string, said: HoursPot, expect: Seen<unknown>['expect']): void => {
    const pot = pots.get(key);
    const { budgetMinutes, committedMinutes, usedMinutes, freeMinutes } = said;
    const adds = committedMinutes + usedMinutes + freeMinutes === budgetMinutes && Math.min(committedMinutes, usedMinutes, freeMinutes) >= 0;
    const same = budgetMinutes === pot?.budgetMinutes && committedMinutes === pot.committedMinutes && usedMinutes === pot.usedMinutes;
    expect(adds && same, () => `${key}: says ${JSON.stringify(said)}, its entries say ${JSON.stringify(pot)}`);
  };
  const end = (requestId: string, ended: number, used: number, expect: Seen<unknown>['expect']): void => {
    const request = open.get(requestId);
    open.delete(requestId);
    expect(request?.minutes === ended, () => `${requestId}: ended with ${ended} minutes, ${request?.minutes} were set apart`);
    const pot = request && pots.get(request.key);
    if (!pot) return;
    pot.committedMinutes -= ended;
    pot.usedMinutes += used;
  };
  const handlers = [
    on(hoursFundOpened, ({ data, expect }) => {
      for (const pot of data.pots) {
        const key = keyOf(data.hoursFundId, pot.municipality);
        expect(!pots.has(key), () => `${key}: has a pot twice`);
        pots.set(key, { budgetMinutes: pot.budgetMinutes, committedMinutes: 0, usedMinutes: 0 });
        check(key, pot, expect);
      }
    }),
    on(hoursReserved, ({ data: { hoursFundId, requestId, minutes, pot }, expect }) => {
      const key = keyOf(hoursFundId, pot.municipality);
      open.set(requestId, { key, minutes });
      const entries = pots.get(key);
      if (entries) entries.committedMinutes += minutes;
      check(key, pot, expect);
    }),
    on(hoursUsed, ({ data: { hoursFundId, requestId, usedMinutes, freedMinutes, pot }, expect }) => {
      end(requestId, usedMinutes + freedMinutes, usedMinutes, expect);
      check(keyOf(hoursFundId, pot.municipality), pot, expect);
    }),
    on(hoursGivenBack, ({ data: { hoursFundId, requestId, minutes, pot }, expect }) => {
      end(requestId, minutes, 0, expect);
      check(keyOf(hoursFundId, pot.municipality), pot, expect);
    }),
  ];
  return followEvents('hours-fund', handlers, (_now, expect) => {
    const held = new Map<string, number>();
    for (const { key, minutes } of open.values()) held.set(key, (held.get(key) ?? 0) + minutes);
    for (const [key, { committedMinutes }] of pots) expect(committedMinutes === (held.get(key) ?? 0), () => `${key}: ${committedMinutes} committed, its requests have ${held.get(key) ?? 0}`);
  });
}
