import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { invent } from '../../scripts/tour/invented';
import { Caller } from '../scenarios/world/caller';
import { billOf, upload } from '../scenarios/world/claims';
import { until } from '../scenarios/world/territory';
import { PASSWORD } from './as-operator';
import { chromiumPath, NARROW, WIDE } from './chromium';
import { firmOfOne } from './firm-by-api';
import { looksRight } from './looks';
import { decidesClaims } from './people-by-api';
import { setStage } from './stage';

const executable = chromiumPath();
const VALIDATOR = 'foto@prova.example';
/** An invented nursery's bill of 480 by 640, made by heif-enc: a blue band above, a green one below, text between. */
const photo = readFileSync(join(__dirname, 'fixtures/bill.heic'));
/** The same of 3,024 by 4,032, as a phone takes them. */
const large = readFileSync(join(__dirname, 'fixtures/bill-of-12-megapixels.heic'));

const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(photo);
  change(bytes);
  return bytes;
};
/** One whose boxes are whole and whose picture isn't. */
const broken = changed((bytes) => bytes.fill(0x55, bytes.indexOf('mdat') + 4));
/** One that says it has 400 megapixels: width and height follow the name, the version and the flags of `ispe`. */
const huge = changed((bytes) => [8, 12].forEach((at) => bytes.writeUInt32BE(20_000, bytes.indexOf('ispe') + at)));

/** The colour of a canvas near its upper left and lower left corner. */
const bands = (page: Page): Promise<number[][]> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.claim-picture')!;
    const pixel = (y: number): number[] => [...canvas.getContext('2d')!.getImageData(4, y, 1, 1).data];
    return [pixel(4), pixel(canvas.height - 5)];
  });
const nearly = ([red, green, blue]: readonly [number, number, number]) => [red, green, blue, 255].map((value) => expect.closeTo(value, -1.3));

(executable === undefined ? describe.skip : describe)('a photo that this browser can’t show by itself', () => {
  const world = invent(43);
  const [person] = world.employees;
  const stage = setStage(executable, { office: WIDE, firm: WIDE, employee: NARROW, validator: WIDE });
  let claimant: Caller;
  const claims: string[] = [];

  beforeAll(async () => {
    const { office, validator, product } = stage;
    await firmOfOne(stage, world, 'Piano', [10_000, 200]);
    claimant = await new Caller(() => product.url).signIn(person!.fiscalCode, PASSWORD);
    await until(claimant, '/api/benefits/accounts/mine', ({ lots }) => lots.length === 1);
    for (const file of [photo, broken, huge, large]) {
      const { claimId } = await claimant.made('/api/benefits/claims', { documentIds: [await upload(claimant, file)], ...billOf({ askedCents: 1_000, document: { totalCents: 1_000 } }) });
      claims.push(claimId as string);
    }
    await decidesClaims(validator.page, office.page, product.url, VALIDATOR);
  }, 120_000);

  it('stands beside the facts, decoded in a worker that alone may run WebAssembly', async () => {
    const { page } = stage.validator;
    const policies = new Map<string, string>();
    page.on('response', (response) => policies.set(new URL(response.url()).pathname, response.headers()['content-security-policy'] ?? ''));
    const isSettled = page.waitForEvent('worker').then((worker) => new Promise<void>((resolve) => worker.on('close', () => resolve())));
    await page.goto(`${stage.product.url}/convalida/${claims[0]}`);
    await page.getByRole('img', { name: 'File 1, come è stato caricato' }).and(page.locator('canvas')).waitFor();
    await isSettled;
    expect(await bands(page)).toEqual([nearly([0, 102, 204]), nearly([0, 128, 85])]);
    const worker = [...policies].filter(([path]) => path.startsWith('/assets/workers/'));
    expect(worker).toEqual([[expect.stringContaining('photo.worker'), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"]]);
    expect([...policies].filter(([path, policy]) => policy.includes('wasm') && !path.startsWith('/assets/workers/'))).toEqual([]);
    await looksRight(page, 'convalida-foto');
  });

  it('is shown to whoever sent it, on a phone', async () => {
    const { page } = stage.employee;
    await page.goto(`${stage.product.url}/rimborsi/${claims[0]}`);
    await page.locator('canvas').waitFor();
    expect(await bands(page)).toEqual([nearly([0, 102, 204]), nearly([0, 128, 85])]);
    await page.getByRole('link', { name: 'Apri il file 1 (foto HEIC)' }).waitFor();
    await looksRight(page, 'rimborso-foto');
  });

  it('goes on answering while it decodes a phone’s twelve megapixels, and makes them smaller', async () => {
    const { page } = stage.validator;
    // Frames that were drawn while the page said that it prepares the photo: decoding on the page itself would draw none.
    await page.addInitScript(() => {
      const count = (): void => {
        if (document.querySelector('main')?.textContent?.includes('Si prepara la foto')) Object.assign(window, { frames_drawn: ((window as { frames_drawn?: number }).frames_drawn ?? 0) + 1 });
        requestAnimationFrame(count);
      };
      count();
    });
    await page.goto(`${stage.product.url}/convalida/${claims[3]}`);
    await page.locator('canvas').waitFor();
    expect(await bands(page)).toEqual([nearly([0, 102, 204]), nearly([0, 128, 85])]);
    expect(await page.evaluate(() => [document.querySelector('canvas')!.width, document.querySelector('canvas')!.height])).toEqual([1_920, 2_560]);
    expect(await page.evaluate(() => (window as { frames_drawn?: number }).frames_drawn)).toBeGreaterThan(5);
  });

  it.each([
    ['that is broken', 1, 'Questa foto non si riesce a leggere qui.'],
    ['of more pixels than a page may take', 2, 'Questa foto è troppo grande per mostrarla qui.'],
  ])('%s is told of in words, and can still be downloaded', async (_, n, words) => {
    const { page } = stage.validator;
    await page.goto(`${stage.product.url}/convalida/${claims[n]}`);
    await page.getByText(words).waitFor();
    await page.getByRole('link', { name: 'Apri il file 1 (foto HEIC)' }).waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
    await looksRight(page, 'convalida-foto-rotta');
  });

  it('doesn’t load the decoder for anybody who looks at no such photo', async () => {
    const { page } = stage.validator;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${stage.product.url}/convalida`);
    await page.getByRole('link', { name: /^Richiesta di 10,00/ }).first().waitFor();
    expect(asked.filter((path) => path.includes('heif') || path.includes('worker'))).toEqual([]);
  });
});
