import type { Browser } from 'playwright-core';
import { launch, openWindow, WIDE, type Window } from './chromium';
import { startProduct, type RunningProduct } from './running-product';

/** A product of its own, and whoever acts in a spec, each at a window. Both are there from the first test on. */
export type Stage<W extends string> = { readonly product: RunningProduct } & Readonly<Record<W, Window>>;

/** Sets a spec's stage before its tests and clears it after; no window may have had anything to complain of in a test. */
export function setStage<W extends string>(executable: string | undefined, sizes: Readonly<Record<W, typeof WIDE>>): Stage<W> {
  const stage = {} as Record<string, Window | RunningProduct>;
  const names = Object.keys(sizes) as W[];
  let browser: Browser | undefined;
  let product: RunningProduct | undefined;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(executable!);
    stage.product = product;
    for (const name of names) stage[name] = await openWindow(browser, product.url, sizes[name]);
  });

  afterEach(() => {
    expect(names.flatMap((name) => (stage[name] as Window | undefined)?.complaints.splice(0) ?? [])).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  return stage as unknown as Stage<W>;
}
