import { hashOf } from '@salvatempo/messaging';
import type { DataFileInspection, InspectedDocument, InspectedEvent } from '@salvatempo/store';

export interface ChainCheck {
  readonly documents: number;
  readonly events: number;
  /** What is broken, at most MAX_FINDINGS of it. */
  readonly findings: readonly string[];
}

const MAX_FINDINGS = 20;

/**
 * Follows each document's events from the first to the one that the document names as its last: numbered without a gap, each
 * with the hash of the one before. So an event that was lost, changed or added by the way is found.
 */
export function checkChains(data: DataFileInspection): ChainCheck {
  const findings: string[] = [];
  let documents = 0;
  let events = 0;
  let journaled = 0;
  for (const document of data.documents()) {
    const followed = follow(data, document);
    documents += 1;
    events += followed.events;
    journaled += followed.journaled;
    if (followed.finding !== undefined && findings.length < MAX_FINDINGS) findings.push(followed.finding);
  }
  const strangers = data.journaledEvents() - journaled;
  if (strangers !== 0 && findings.length === 0) findings.push(`${strangers} events in the journal belong to no document's chain`);
  return { documents, events, findings };
}

interface Followed {
  readonly events: number;
  readonly journaled: number;
  readonly finding?: string;
}

function follow(data: DataFileInspection, document: InspectedDocument): Followed {
  const place = `${document.collection}/${document.id}`;
  const chain = new Chain(place);
  const waiting = new Map(data.waiting(document).map((event) => [event.sequence, event.body]));
  let journaled = 0;
  for (const event of data.journaled(document)) {
    journaled += 1;
    chain.add(event);
    // On its way an event is in both for a while.
    if ((waiting.get(event.sequence) ?? event.body) !== event.body) chain.broken(event.sequence, 'differs between outbox and journal');
    waiting.delete(event.sequence);
  }
  for (const [sequence, body] of waiting) chain.add({ sequence, body });
  if (chain.sequence !== document.head.sequence || chain.hash !== document.head.hash)
    chain.broken(document.head.sequence, `is not where its ${chain.sequence} events end`);
  return { events: chain.sequence, journaled, ...(chain.finding === undefined ? {} : { finding: chain.finding }) };
}

class Chain {
  sequence = 0;
  hash = '';
  finding: string | undefined;

  constructor(private readonly place: string) {}

  add({ sequence, body }: InspectedEvent): void {
    if (sequence !== this.sequence + 1) this.broken(sequence, `follows ${this.sequence}`);
    const said = JSON.parse(body) as { sequence?: number; previoushash?: string };
    if (said.sequence !== sequence) this.broken(sequence, `says that it is ${said.sequence}`);
    if ((said.previoushash ?? '') !== this.hash) this.broken(sequence, "doesn't carry the hash of the one before");
    this.sequence = sequence;
    this.hash = hashOf(body);
  }

  broken(sequence: number, what: string): void {
    this.finding ??= `${this.place}: event ${sequence} ${what}`;
  }
}
