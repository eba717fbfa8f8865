import type { Store } from '@salvatempo/store';
import { COLLECTION, commitOf } from './sample-commits';
import type { PlaceFixture } from './store-place';

const CLIENTS = 64;
export const STOCK = 10;
const ROUNDS = 1_000;
/** Rounds at the same time, each on its own stock, so that they share the syncs of a group commit. */
const AT_ONCE = 20;

type Buy = (store: Store, id: string, buyer: string) => Promise<boolean>;
export const stockId = (round: number): string => `stock-${round}`;
export type Stock = { readonly left: number; readonly buyers: readonly string[] };

/** As the product decides: on what was loaded, written only if nothing was written since, again where somebody was first. */
export const guarded: Buy = async ({ documents }, id, buyer) => {
  for (;;) {
    const stored = (await documents.load(COLLECTION, id))!;
    const { left, buyers } = stored.state as Stock;
    if (left === 0) return false;
    const state = { left: left - 1, buyers: [...buyers, buyer] };
    const result = await documents.commit(commitOf(id, stored.version, { state, messageIds: [buyer], inbox: stored.inbox }));
    if (result === 'committed') return true;
  }
};

/** What must not be done, for the test to prove that it would notice: looks, then saves over whatever is there. */
const naive: Buy = async ({ documents }, id, buyer) => {
  const { left, buyers } = (await documents.load(COLLECTION, id))!.state as Stock;
  if (left === 0) return false;
  for (;;) {
    const { version } = (await documents.load(COLLECTION, id))!;
    const state = { left: left - 1, buyers: [...buyers, buyer] };
    if ((await documents.commit(commitOf(id, version, { state }))) === 'committed') return true;
  }
};

interface Round {
  readonly winners: readonly string[];
  readonly state: Stock;
}

/** All clients at once on one stock, spread over the stores. */
async function race(stores: readonly Store[], round: number, buy: Buy): Promise<Round> {
  const id = stockId(round);
  await stores[0]!.documents.commit(commitOf(id, 0, { state: { left: STOCK, buyers: [] } }));
  const buyers = Array.from({ length: CLIENTS }, (_, n) => `${round}/${n}`);
  const won = await Promise.all(buyers.map((buyer, n) => buy(stores[n % stores.length]!, id, buyer)));
  const stored = (await stores[0]!.documents.load(COLLECTION, id))!;
  return { winners: buyers.filter((_, n) => won[n]), state: stored.state as Stock };
}

/** Races until there were so many rounds; returns those that went wrong. */
async function races(stores: readonly Store[], rounds: number, buy: Buy): Promise<readonly Round[]> {
  const wrong: Round[] = [];
  for (let n = 0; n < rounds; n += AT_ONCE) {
    const now = await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => race(stores, n + k, buy)));
    wrong.push(...now.filter((round) => !isRight(round)));
  }
  return wrong;
}

const isRight = ({ winners, state }: Round): boolean =>
  winners.length === STOCK && state.left === 0 && [...state.buyers].sort().join() === [...winners].sort().join();

/** The last places: never one too many, and none left over. */
export function raceCases(fixture: PlaceFixture): void {
  const openStores = async () => {
    while (fixture.place.secondOpener === 'shared' && fixture.openStores.length < 4) await fixture.openAnother();
    return fixture.openStores;
  };

  it(`sells a stock of ${STOCK} to ${STOCK} of ${CLIENTS} clients, again and again`, async () => {
    expect(await races(await openStores(), fixture.place.raceRounds ?? ROUNDS, guarded)).toEqual([]);
  }, 180_000);

  it('would notice a check without a guard within 20 rounds', async () => {
    const stores = await openStores();
    let wrong = 0;
    for (let round = 0; round < 20 && wrong === 0; round += 4)
      for (const raced of await Promise.all([0, 1, 2, 3].map((n) => race(stores, round + n, naive)))) if (!isRight(raced)) wrong += 1;
    expect(wrong).toBeGreaterThan(0);
  }, 60_000);
}
