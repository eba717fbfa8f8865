import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installPackages } from './distribution.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixedPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findChromium() {
  if (process.env.CHROMIUM_PATH) return isExecutable(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...fixedPlaces].find(isExecutable);
}

/** The browser that is there, or Debian's where we may install it; undefined if neither. */
export async function obtainChromium() {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH || !canInstall()) return found;
  process.stdout.write('installing Chromium from the distribution (apt-get)\n');
  await installPackages(['chromium']);
  return findChromium();
}
