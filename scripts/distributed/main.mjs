import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { runFolder } from '../infra/places.mjs';
import { startOwnInfra } from '../infra/services.mjs';
import { freePort, stopServer, wait } from '../infra/server-process.mjs';
import { Fleet } from './fleet.mjs';
import { startProcess, runProgram } from './process-of.mjs';
import { demoOperator, serviceNames } from './service-list.mjs';

const READY_WITHIN_MS = 60_000;

/** Runs the product as one process for each service, behind the gateway, until it is told to stop. Everything stays in this process group. */
export async function startDistributed(say, args) {
  const isDemo = !args.includes('--no-demo');
  const stopped = new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, settle);
  });
  const ending = [];
  const end = async () => {
    for (const step of ending.reverse()) await step();
  };
  try {
    const running = run(say, isDemo, ending);
    await Promise.race([running, stopped]);
    await stopped;
    return 0;
  } finally {
    await end();
  }
}

async function run(say, isDemo, ending) {
  const infra = await startOwnInfra(say);
  ending.push(infra.stop);
  const own = !process.env.MONGODB_URL;
  mkdirSync(runFolder, { recursive: true });
  const scratch = mkdtempSync(join(runFolder, 'fleet-'));
  ending.push(() => rmSync(scratch, { recursive: true, force: true }));
  // Where the documents last only as long as this run, so do the key that made their ids, and the mark that the demo is in them.
  const dataDir = process.env.DATA_DIR ? resolve(process.env.DATA_DIR) : own ? join(scratch, 'data') : resolve('data');
  const host = process.env.HOST || '127.0.0.1';
  // 0 takes any that is free; it is settled here, since the services write it into links.
  const port = Number(process.env.PORT || 3000) || (await freePort());
  const servicesFile = join(scratch, 'services.json');
  const shared = { ...process.env, ...infra.env, DATA_DIR: dataDir, SERVICES_FILE: servicesFile, NODE_NO_WARNINGS: '1' };
  if (own) say('the MongoDB server of this run keeps everything in memory: MONGODB_URL names one that lasts');
  await runProgram('scripts/topics/main.js', shared);

  const ofService = { ...shared, HOST: '127.0.0.1', PORT: '0', PUBLIC_URL: process.env.PUBLIC_URL || `http://${host}:${port}`, ...(isDemo ? { FIRST_OPERATOR: demoOperator() } : {}) };
  const fleet = new Fleet({ servicesFile, environment: () => ofService, say });
  ending.push(() => fleet.stop());
  // The first of them makes the territory's key, if there is none yet.
  const firstOperator = /^first operator: (\S+)$/m.exec(await fleet.start('identity'))?.[1];
  await Promise.all(serviceNames.filter((name) => name !== 'identity').map((name) => fleet.start(name)));

  const gateway = await startProcess('gateway', 'apps/gateway/src/main.js', { ...shared, HOST: host, PORT: String(port) });
  ending.push(() => stopServer(gateway.child));
  await ready(gateway.url);
  const control = await listen(fleet, gateway.url);
  ending.push(() => control.close());
  say(`control: http://127.0.0.1:${control.address().port}`);
  if (isDemo) process.stdout.write(await runProgram('scripts/distributed/load-demo.js', { ...shared, PUBLIC_URL: gateway.url }));
  else process.stdout.write(`Salvatempo: ${gateway.url}\n  API: ${gateway.url}/api-docs\n${firstOperator === undefined ? '' : `\nFirst operator (one-time link):\n  ${gateway.url}${firstOperator}\n`}`);
}

/** Whether every service is ready, and which list of them the gateway has; neither while it doesn't answer. */
const health = async (url) => {
  try {
    const response = await fetch(`${url}/health/ready`);
    return { isReady: response.ok, ...(await response.json()) };
  } catch {
    return { isReady: false };
  }
};

async function ready(url) {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await wait(100)) if ((await health(url)).isReady) return;
  throw new Error(`not every service is ready after ${READY_WITHIN_MS} ms`);
}

/** For whoever operates it on this machine: `GET /status`, `POST /restart/<service>`. */
function listen(fleet, gatewayUrl) {
  // Which list the gateway has is one thing, and whether all services are ready another: one that is busy doesn't hold up a switch.
  const isSeen = async (revision) => ((await health(gatewayUrl)).revision ?? 0) >= revision;
  const server = createServer(async (request, response) => {
    const service = /^\/restart\/([a-z]+)$/.exec(request.url)?.[1];
    try {
      if (request.method === 'GET' && request.url === '/status') return response.end(JSON.stringify({ processes: fleet.status }));
      if (request.method !== 'POST' || !serviceNames.includes(service)) return response.writeHead(404).end();
      await fleet.restart(service, isSeen);
      response.end(JSON.stringify({ processes: fleet.status }));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  return new Promise((settle) => server.listen(0, '127.0.0.1', () => settle(server)));
}
