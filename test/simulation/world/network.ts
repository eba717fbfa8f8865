import { SECOND_MS } from '@salvatempo/kernel';
import { WORLD, type SeededRandomness } from '@salvatempo/testing';
import type { EdgeReply, EdgeRequest } from './edge-messages';
import type { World } from './world';

/** Nothing came back: the request, the answer or the process was lost, and the sender can't tell which. */
export const NO_ANSWER = Symbol('no answer');
export type Answered = EdgeReply | typeof NO_ANSWER;

/** A user's program gives up waiting after this long. */
const PATIENCE_MS = 20 * SECOND_MS;

/** The wires between the users and the product: requests and answers take time and may be lost. */
export class Network {
  constructor(
    private readonly world: World,
    private readonly randomness: SeededRandomness,
  ) {}

  /** Sends a request to one of the running processes. */
  send(request: EdgeRequest, who: string): Promise<Answered> {
    const { world } = this;
    return new Promise((resolve) => {
      world.scheduler.plan('patience', WORLD, () => resolve(NO_ANSWER), PATIENCE_MS);
      if (world.faults.strikes('request-lost')) return;
      world.scheduler.plan('request', WORLD, () => void this.arrive(request, who, resolve));
    });
  }

  private async arrive(request: EdgeRequest, who: string, resolve: (answered: Answered) => void): Promise<void> {
    const { world } = this;
    const taking = world.taking();
    // Connection refused: known at once, and nothing happened.
    if (taking.length === 0) return resolve(NO_ANSWER);
    const process = this.randomness.pick(taking);
    world.trace.add(
      'request',
      `${request.id} ${who} ${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`,
    );
    const reply = await process.booted!.edge.handle(request);
    world.answered(request, reply, who);
    if (world.faults.strikes('answer-lost')) return;
    world.scheduler.plan('answer', WORLD, () => resolve(reply));
  }
}
