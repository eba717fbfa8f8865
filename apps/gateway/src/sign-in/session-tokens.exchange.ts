import { addMs, BoundedMap, type Clock, type Instant } from '@salvatempo/kernel';
import { internalHeaders, SESSION_EXCHANGE_PATH, SESSION_HEADER, type TerritoryKeys } from '@salvatempo/runtime';
import { NoAnswerError, type UpstreamClient } from '../forward/upstream.client';
import type { Upstreams } from '../forward/upstreams.chooser';

/** Sessions whose token is remembered. */
const MAX_REMEMBERED = 10_000;
/** What a session stands for is asked again after this long: somebody who was signed out elsewhere is out here then. */
const REMEMBERED_FOR_MS = 10_000;

interface Remembered {
  readonly token: string;
  readonly until: Instant;
}

/** Exchanges sessions' secrets for signed tokens of five minutes, at identity. */
export class SessionTokens {
  private readonly remembered = new BoundedMap<string, Remembered>(MAX_REMEMBERED);
  private readonly asking = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly client: UpstreamClient,
    private readonly upstreams: Upstreams,
    private readonly keys: TerritoryKeys,
    private readonly clock: Clock,
  ) {}

  /** The token that is remembered, if any. */
  known(secret: string): string | undefined {
    const known = this.remembered.get(secret);
    return known && known.until > this.clock.now() ? known.token : undefined;
  }

  /** A token of this moment; undefined for a session that isn't open. Several who ask at once ask once. Throws NoAnswerError. */
  async exchange(secret: string): Promise<string | undefined> {
    const asking = this.asking.get(secret) ?? this.ask(secret).finally(() => this.asking.delete(secret));
    this.asking.set(secret, asking);
    return asking;
  }

  forget(secret: string): void {
    this.remembered.delete(secret);
  }

  private async ask(secret: string): Promise<string | undefined> {
    const headers = { ...internalHeaders(this.keys), [SESSION_HEADER]: secret };
    const answer = await this.client.send('identity', this.upstreams.inTurn('identity'), { method: 'GET', path: SESSION_EXCHANGE_PATH, headers });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      // That identity can't say who somebody is doesn't mean that they are nobody.
      throw new NoAnswerError('identity', `it answered ${answer.statusCode}`);
    }
    const { token } = (await answer.body.json()) as { token?: string };
    if (token === undefined) this.remembered.delete(secret);
    else this.remembered.set(secret, { token, until: addMs(this.clock.now(), REMEMBERED_FOR_MS) });
    return token;
  }
}

/** What a token says of its person's roles, as text to compare. */
export const rolesIn = (token: string): string => JSON.stringify((JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { roles: unknown }).roles);
