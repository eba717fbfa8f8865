import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, sendProblem } from '@salvatempo/http';
import { epochMsOf, type Clock } from '@salvatempo/kernel';

interface Event {
  readonly position: number;
  readonly [member: string]: unknown;
}

/** Asks one service for its events after one of its own positions; the status and the text of the answer. */
export type AskService = (request: FastifyRequest, service: string, path: string) => Promise<{ readonly status: number; readonly text: string }>;

/** Remembered at most; older ones are in the services' journals. */
const MAX_EVENTS = 10_000;
const PAGE = 500;
/** Positions are microseconds, so that they go on growing when this process is another one. */
const UNITS_A_MS = 1_000;

/**
 * What happened in all services, in the order in which this process learnt of it. Each service has its own order of arrival and
 * there is none among them; a position is given here, to an operator who looks.
 */
export class RecentEvents {
  private readonly events: Event[] = [];
  private readonly reached = new Map<string, number>();
  private last = 0;
  private asking: Promise<void> = Promise.resolve();

  constructor(
    private readonly services: () => readonly string[],
    private readonly ask: AskService,
    private readonly clock: Clock,
  ) {}

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { after = '0', limit = '100' } = request.query as { after?: string; limit?: string };
    if (!/^\d{1,16}$/.test(after) || !/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > PAGE) return void sendProblem(reply, new ProblemError('invalid-request'));
    const refused = await this.learn(request);
    if (refused) return void reply.code(refused.status).header('content-type', 'application/problem+json').send(refused.text);
    const items = this.events.filter(({ position }) => position > Number(after)).slice(0, Number(limit));
    await reply.header('content-type', 'application/json').send(JSON.stringify({ items }));
  }

  /** One after the other, since each goes on where the one before stopped. */
  private learn(request: FastifyRequest): Promise<{ status: number; text: string } | undefined> {
    const learning = this.asking.then(() => this.learnNow(request));
    this.asking = learning.then(
      () => undefined,
      () => undefined,
    );
    return learning;
  }

  private async learnNow(request: FastifyRequest): Promise<{ status: number; text: string } | undefined> {
    const answers = await Promise.all(this.services().map((service) => this.learnFrom(request, service)));
    return answers.find((answer) => answer !== undefined);
  }

  private async learnFrom(request: FastifyRequest, service: string): Promise<{ status: number; text: string } | undefined> {
    for (;;) {
      const after = this.reached.get(service) ?? 0;
      const { status, text } = await this.ask(request, service, `/api/operations/events?after=${after}&limit=${PAGE}`);
      if (status !== 200) return { status, text };
      const { items } = JSON.parse(text) as { items: readonly Event[] };
      for (const item of items) this.take(item);
      if (items.length > 0) this.reached.set(service, items.at(-1)!.position);
      if (items.length < PAGE) return undefined;
    }
  }

  private take(event: Event): void {
    this.last = Math.max(this.last + 1, epochMsOf(this.clock.now()) * UNITS_A_MS);
    this.events.push({ ...event, position: this.last });
    if (this.events.length > MAX_EVENTS) this.events.shift();
  }
}
