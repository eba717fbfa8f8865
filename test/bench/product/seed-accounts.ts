import { derivedId, type Aggregate } from '@salvatempo/kernel';
import type { Engine } from '@salvatempo/messaging';
import { accountIdOf, FIRM_ID, personIdOf } from './bench-ids';

const TOGETHER = 500;
/** The most that one lot may hold, so that no run empties an account. */
const LOT_CENTS = 10_000_000;
export const ACCOUNTS = 'benefits.account';

/** Gives each of so many employees an account with one lot, by the service's own command. */
export async function seedAccounts(engine: Engine, count: number): Promise<void> {
  const runner = engine.runner(aggregateOf(engine, ACCOUNTS));
  const time = engine.ambient.clock.now();
  const lot = { amountCents: LOT_CENTS, letter: 'c.3', origin: 'plan', unit: 'EUR', validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2099-12-31T22:59:59.999Z' };
  for (let first = 0; first < count; first += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - first) }, (_, i) => first + i);
    await Promise.all(
      numbers.map(async (number) => {
        const data = { firmId: FIRM_ID, personId: personIdOf(number), lotId: derivedId('lot', 'bench', String(number)), lot };
        const cause = { id: derivedId('req', 'bench', String(number)), time, correlationId: 'bench-seed', tenantId: FIRM_ID };
        const outcome = await runner.execute(accountIdOf(number), { type: 'add-credit', data }, cause);
        if (outcome.kind !== 'done') throw new Error(`an account could not be seeded: ${JSON.stringify(outcome)}`);
      }),
    );
  }
}

export function aggregateOf(engine: Engine, collection: string): Aggregate<unknown> {
  const found = engine.aggregates.find(({ service, name }) => `${service}.${name}` === collection);
  if (!found) throw new Error(`no service has ${collection}`);
  return found;
}
