import { renameSync, writeFileSync } from 'node:fs';
import { stopServer, wait } from '../infra/server-process.mjs';
import { replicasOf, serviceNames } from './service-list.mjs';
import { startProcess } from './process-of.mjs';

/** One that died is started again after so long, a little later each time it dies at once. */
const AGAIN_MS = 250;
const AGAIN_AT_MOST_MS = 5_000;
const SEEN_WITHIN_MS = 60_000;

/** The processes of all services: how many of each, where they are, and that there are so many. */
export class Fleet {
  #members = [];
  #revision = 0;
  #stopping = false;
  #servicesFile;
  #environment;
  #say;

  /** @param {{servicesFile: string, environment: (service: string) => Record<string, string>, say: (line: string) => void}} options */
  constructor({ servicesFile, environment, say }) {
    this.#servicesFile = servicesFile;
    this.#environment = environment;
    this.#say = say;
    this.#publish();
  }

  get status() {
    return this.#members.map(({ name, url, child }) => ({ name, url, pid: child.pid }));
  }

  /** Starts the replicas of a service; what the first of them printed. */
  async start(name) {
    const started = await Promise.all(Array.from({ length: replicasOf(name) }, () => this.#startAtLast(name)));
    return started[0].rest();
  }

  /** Each replica has its successor, which is ready and switched to, before it is asked to end. `isSeen`: whether the gateway knows a revision. */
  async restart(name, isSeen) {
    for (const old of this.#members.filter((member) => member.name === name)) {
      await this.#startOne(name);
      old.isLeaving = true;
      this.#members = this.#members.filter((member) => member !== old);
      this.#publish();
      await this.#seen(isSeen);
      await stopServer(old.child);
    }
  }

  async stop() {
    this.#stopping = true;
    await Promise.all(this.#members.map(({ child }) => stopServer(child)));
  }

  /** One that doesn't come up is tried once more, as it would be if it had died later. */
  async #startAtLast(name) {
    try {
      return await this.#startOne(name);
    } catch (error) {
      this.#say(`${error.message}; it is started again`);
      return this.#startOne(name);
    }
  }

  async #startOne(name) {
    const member = await startProcess(name, `apps/${name}/src/main.js`, this.#environment(name));
    const bornMs = Date.now();
    this.#members.push(member);
    this.#publish();
    member.child.once('exit', (code, signal) => void this.#ended(member, code ?? signal, Date.now() - bornMs));
    return member;
  }

  async #ended(member, how, livedMs) {
    this.#members = this.#members.filter((other) => other !== member);
    if (this.#stopping || member.isLeaving) return;
    this.#publish();
    this.#say(`${member.name} ended (${how}); it is started again`);
    for (let waitMs = livedMs < AGAIN_AT_MOST_MS ? AGAIN_MS * 4 : AGAIN_MS; !this.#stopping; waitMs = Math.min(waitMs * 2, AGAIN_AT_MOST_MS)) {
      await wait(waitMs);
      if (this.#stopping) return;
      try {
        await this.#startOne(member.name);
        return;
      } catch (error) {
        this.#say(error.message);
      }
    }
  }

  async #seen(isSeen) {
    for (const until = Date.now() + SEEN_WITHIN_MS; Date.now() < until; await wait(50)) if (await isSeen(this.#revision)) return;
    throw new Error('the gateway has not seen the change');
  }

  /** Written beside and renamed, so that nobody reads half of it. */
  #publish() {
    // A service that has no process just now is still one: it answers "try later", and not that there is no such thing.
    const services = Object.fromEntries(serviceNames.map((name) => [name, []]));
    for (const { name, url } of this.#members) services[name].push(url);
    this.#revision += 1;
    const partial = `${this.#servicesFile}.partial`;
    writeFileSync(partial, JSON.stringify({ revision: this.#revision, services }, undefined, 2));
    renameSync(partial, this.#servicesFile);
  }
}
