import { accessSync, constants } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const isExecutable = (path: string | undefined): path is string => {
  try {
    accessSync(path ?? '', constants.X_OK);
    return path !== undefined;
  } catch {
    return false;
  }
};

/** The browser of this machine; undefined where there is none, which fails under REQUIRE_ALL. */
export function chromiumPath(): string | undefined {
  const found = places.find(isExecutable);
  if (found === undefined && process.env['REQUIRE_ALL'] === '1') throw new Error('no Chromium was found, and REQUIRE_ALL asks for it');
  return found;
}

export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, headless: true, args: flags });

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 700 };

/** One person's window, and everything in it that should never happen. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** Answers of the API that say no on purpose also show in the console. */
const REFUSAL = /Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a window that writes down each request to elsewhere, each console error and each error of a script. */
export async function openWindow(browser: Browser, origin: string, viewport = WIDE): Promise<Window> {
  const context = await browser.newContext({ viewport, locale: 'it-IT', timezoneId: 'America/New_York', reducedMotion: 'reduce' });
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) complaints.push(`request to ${url}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.setDefaultTimeout(20_000);
  return { page, context, complaints };
}
