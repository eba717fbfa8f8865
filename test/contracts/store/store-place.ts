import type { Store } from '@salvatempo/store';

/** A place of its own in which one adapter keeps things: a data directory, a database, a simulated disk. */
export interface StorePlace {
  /** Opens what the place holds. Cases close each store before they open the next, but for those about several at once. */
  open(): Promise<Store>;
  /** `refused`: while one has it open a second opener is refused. `shared`: several processes may write at once. */
  readonly secondOpener: 'refused' | 'shared';
  /** Takes away the room for any further write of a few KB; resolves with what gives it back. Left out where it can't be done. */
  fill?(store: Store): Promise<() => Promise<void>>;
  /** Changes one byte of a stored file's chunk, behind the closed store's back. Left out where files aren't encrypted. */
  damage?(blobId: string, chunk: number): Promise<void>;
  /** Rounds of a race, where a thousand would take too long: each is some 1,300 reads and guarded writes. */
  readonly raceRounds?: number;
  /** Throws everything away. */
  discard(): Promise<void>;
}

export type NewPlace = () => Promise<StorePlace>;

/** What the cases of a suite share: a fresh place before each, its store opened, everything closed and discarded after. */
export class PlaceFixture {
  private placeNow: StorePlace | undefined;
  private opened: Store[] = [];

  constructor(private readonly newPlace: NewPlace) {
    beforeEach(async () => {
      this.placeNow = await this.newPlace();
      await this.reopen();
    });
    afterEach(async () => {
      for (const store of this.opened) await store.close();
      this.opened = [];
      await this.place.discard();
    });
  }

  get place(): StorePlace {
    return this.placeNow!;
  }

  get store(): Store {
    return this.opened[0]!;
  }

  get openStores(): readonly Store[] {
    return this.opened;
  }

  /** One more store on the same place, beside the ones that are open. */
  async openAnother(): Promise<Store> {
    const store = await this.place.open();
    this.opened.push(store);
    return store;
  }

  /** Closes what is open, lets something happen meanwhile, and opens it again. */
  async reopen(meanwhile?: () => Promise<void>): Promise<Store> {
    for (const store of this.opened) await store.close();
    this.opened = [];
    await meanwhile?.();
    return this.openAnother();
  }
}
