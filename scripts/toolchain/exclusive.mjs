import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './repository.mjs';

const folder = join(root, '.toolchain-lock');
const holderFile = join(folder, 'pid');

function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(holderFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True if the lock is ours. The folder is made in one step, so only one of two racing processes gets it. */
function acquire() {
  try {
    mkdirSync(folder);
    writeFileSync(holderFile, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Two commands started at once in a fresh clone must not both install into node_modules. */
export async function exclusively(action) {
  let missesOfHolder = 0;
  while (!acquire()) {
    // A few misses are asked for, since a holder may be between making the folder and writing its pid.
    missesOfHolder = holderIsAlive() ? 0 : missesOfHolder + 1;
    if (missesOfHolder > 5) rmSync(folder, { recursive: true, force: true });
    await pause(200);
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    release();
    process.off('exit', release);
  }
}
