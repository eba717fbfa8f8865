import type { DocumentRef, JournalEntry, PendingMessage } from '@salvatempo/store';
import { JournalMover } from './journal-mover';
import { JournalPublisher } from './journal-publisher';
import type { RelayPorts } from './relay-ports';

/**
 * Brings messages from the documents' outboxes to the journal and from there to the event log, never waiting for the log
 * with the first. It starts with what an earlier process left behind, and goes on with what it is told of.
 */
export class OutboxRelay {
  private readonly mover: JournalMover;
  private readonly publisher: JournalPublisher;

  constructor(ports: RelayPorts) {
    this.publisher = new JournalPublisher(ports);
    this.mover = new JournalMover(ports, () => this.publisher.wake());
  }

  /** Takes over what is in outboxes and journal. */
  start(): void {
    this.mover.sweep();
    this.publisher.wake();
  }

  /** Messages that just became durable in a document's outbox. */
  offer(service: string, ref: DocumentRef, messages: readonly PendingMessage[]): void {
    this.mover.offer(
      service,
      messages.map((message): JournalEntry => ({ ...message, source: ref })),
    );
  }

  /** Resolves when nothing waits in this process: what was offered is published. For an orderly stop and for tests. */
  async flush(): Promise<void> {
    await this.mover.idle();
    await this.publisher.idle();
  }

  /** Finishes the step under way and takes no other. What remains is found at the next start. */
  async stop(): Promise<void> {
    await Promise.all([this.mover.stop(), this.publisher.stop()]);
  }
}
