import { randomUUID } from 'node:crypto';
import type { Replayed } from '@salvatempo/messaging';
import { INTERNAL_PATH, internalHeaders, type GroupView, type TerritoryKeys } from '@salvatempo/runtime';

const ANSWER_WITHIN_MS = 60_000;

/** Asks the running processes about what they gave up. Throws Error where one doesn't answer, or says no. */
export class Processes {
  constructor(
    private readonly addresses: readonly string[],
    private readonly keys: TerritoryKeys,
  ) {}

  async list(): Promise<readonly GroupView[]> {
    const all = await Promise.all(this.addresses.map((address) => this.ask<{ groups: GroupView[] }>(address, '')));
    return all.flatMap(({ groups }) => groups);
  }

  replayLetter(group: string, partition: number, offset: number, value: string | undefined): Promise<{ result: Replayed }> {
    return this.askOwner(group, '/replays', { group, partition, offset, ...(value === undefined ? {} : { value }) });
  }

  replayKey(group: string, topic: string, key: string): Promise<{ handled: number }> {
    return this.askOwner(group, '/key-replays', { group, topic, key });
  }

  /** Only the process of a group's service knows the group: the others say that there is none. */
  private async askOwner<T>(group: string, path: string, body: object): Promise<T> {
    for (const address of this.addresses) {
      const response = await this.send(address, path, body);
      if (response.status !== 404) return this.read<T>(address, response);
    }
    throw new Error(`no process has a group ${group}`);
  }

  private async ask<T>(address: string, path: string): Promise<T> {
    return this.read<T>(address, await this.send(address, path));
  }

  private async send(address: string, path: string, body?: object): Promise<Response> {
    const url = `${address}${INTERNAL_PATH}/dead-letters${path}`;
    const headers = { ...internalHeaders(this.keys), 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const asked = fetch(url, body === undefined ? { headers, signal } : { method: 'POST', headers, signal, body: JSON.stringify(body) });
    return asked.catch((error: Error & { cause?: { code?: string } }) => {
      throw new Error(`${address} does not answer (${error.cause?.code ?? error.message}); ask again when it does: nothing takes a second effect`);
    });
  }

  private async read<T>(address: string, response: Response): Promise<T> {
    if (response.ok) return (await response.json()) as T;
    throw new Error(`${address} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  }
}
