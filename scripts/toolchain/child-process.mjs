import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository.mjs';

const signals = ['SIGINT', 'SIGTERM'];

/**
 * Runs a command to its end and answers its exit code (128 + n after a signal, 127 if it can't start).
 * A signal sent to us alone is handed on, or an interrupted `npm start` would leave `npm ci` behind.
 */
export function runCommand(command, args, { out = 'stdout', env = process.env, quiet = false } = {}) {
  const stdout = quiet ? 'ignore' : out === 'stderr' ? 2 : 'inherit';
  const child = spawn(command, args, { cwd: root, env, stdio: ['inherit', stdout, 'inherit'] });
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((settle) => {
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      settle(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** A program from node_modules, by the path of its script: no shell, no PATH, no network. */
export function runTool(script, args = [], options = {}) {
  return runCommand(process.execPath, [join(root, 'node_modules', script), ...args], options);
}
