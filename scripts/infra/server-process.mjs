import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';

/** A free port of loopback. Somebody else may take it before it is used; then the server says so and another start takes another. */
export function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });
}

const accepts = (port) =>
  new Promise((settle) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.end());
  });

export const wait = (ms) => new Promise((settle) => setTimeout(settle, ms));

/**
 * Starts a server and waits until its port accepts connections. Its output goes to `logFile`, whose end an error quotes.
 * @param {{detached?: boolean}} options detached: it outlives this process; else it ends with the process group
 */
export async function startServer(name, command, args, { port, logFile, cwd, withinMs = 60_000, detached = false }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd, detached, stdio: ['ignore', log, log] });
  closeSync(log);
  if (detached) child.unref();
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  for (const until = Date.now() + withinMs; Date.now() < until && !ended; await wait(50)) if (await accepts(port)) return child;
  if (!ended) child.kill('SIGKILL');
  throw new Error(`${name} did not start${ended ? '' : ` within ${withinMs} ms`}:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
}

/** Ends a child of ours: asked first, then made to. Resolves when it is gone. @param {NodeJS.Signals} signal what it takes for being asked */
export async function stopServer(child, graceMs = 10_000, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((settle) => child.once('exit', settle));
  child.kill(signal);
  const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(kill);
}
