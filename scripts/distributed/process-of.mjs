import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dist } from '../toolchain/repository.mjs';

/** A service that does not say where it listens within this time has not started. */
const LISTENS_WITHIN_MS = 40_000;

/**
 * Starts one compiled program and resolves when its first line says where it listens. It stays in our process group; what it
 * writes to stderr is ours.
 * @returns {Promise<{name: string, url: string, child: import('node:child_process').ChildProcess, rest: () => string}>}
 */
export function startProcess(name, entry, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, entry)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  return new Promise((settle, fail) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`${name} does not listen after ${LISTENS_WITHIN_MS} ms`));
    }, LISTENS_WITHIN_MS);
    const ended = () => {
      clearTimeout(late);
      fail(new Error(`${name} ended before it listened`));
    };
    child.once('exit', ended);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      // Kept to its beginning: afterwards nobody reads it.
      if (out.length < 10_000) out += text;
      const url = new RegExp(`^${name}: (\\S+)$`, 'm').exec(out)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      child.off('exit', ended);
      settle({ name, url, child, rest: () => out });
    });
  });
}

/** Runs one compiled program to its end. Throws where it fails. @returns {Promise<string>} what it printed */
export function runProgram(entry, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, entry)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  return new Promise((settle, fail) => child.once('exit', (code) => (code === 0 ? settle(out) : fail(new Error(`${entry} ended with ${code}`)))));
}
