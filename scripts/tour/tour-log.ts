import type { ApiClient } from './api-client';
import { euro } from './euro';

export interface TourStep {
  readonly title: string;
  readonly role: string;
  readonly events: readonly string[];
}

interface RecentEvents {
  readonly items: readonly { readonly position: number; readonly kind: string; readonly type: string }[];
}

/** How long no event may follow before a step counts as over. */
const QUIET_MS = 150;

/** Writes down each step with the events that followed it, as an operator sees them. */
export class TourLog {
  readonly steps: TourStep[] = [];
  private position = 0;

  constructor(
    private readonly operator: ApiClient,
    private readonly say: (line: string) => void,
  ) {}

  /** Passes over what happened before the tour. */
  async begin(): Promise<void> {
    await this.newEvents();
  }

  /** Runs a step, waits until nothing follows any more, and prints it. */
  async step<T>(role: string, title: string, act: () => Promise<T>, amountCents?: number): Promise<T> {
    const result = await act();
    const events = await this.settled();
    this.steps.push({ title, role, events });
    const amount = amountCents === undefined ? '' : ` · ${euro(amountCents)}`;
    this.say(`${String(this.steps.length).padStart(2)}. ${role.padEnd(11)} ${title}${amount}`);
    if (events.length > 0) this.say(`                ↳ ${summary(events)}`);
    return result;
  }

  private async settled(): Promise<string[]> {
    const events: string[] = [];
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      const more = await this.newEvents();
      events.push(...more);
      if (more.length === 0) return events;
    }
  }

  private async newEvents(): Promise<string[]> {
    const types: string[] = [];
    for (;;) {
      const { items } = await this.operator.get<RecentEvents>(`/api/operations/events?after=${this.position}&limit=500`);
      this.position = items.at(-1)?.position ?? this.position;
      types.push(...items.filter(({ kind }) => kind === 'event').map(({ type }) => type.replace(/\.v\d+$/, '')));
      if (items.length < 500) return types;
    }
  }
}

/** Each kind once, in the order of its first, with how many there were. */
function summary(events: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => (count === 1 ? type : `${type} ×${count}`)).join(', ');
}
