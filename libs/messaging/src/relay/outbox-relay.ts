import type { TimerHandle } from '@salvatempo/kernel';
import type { DocumentRef, PendingMessage } from '@salvatempo/store';
import { JournalMover } from './journal-mover';
import { JournalPublisher } from './journal-publisher';
import { versionOf } from './offered';
import type { RelayPorts } from './relay-ports';

/** What nobody told this process of is found after two looks. */
const LOOK_EVERY_MS = 8_000;

/**
 * Brings messages from the documents' outboxes to the journal and from there to the event log, never waiting for the log
 * with the first. It starts with what an earlier process left behind, and goes on with what it is told of.
 */
export class OutboxRelay {
  private readonly mover: JournalMover;
  private readonly publisher: JournalPublisher;

  private timer: TimerHandle | undefined;

  constructor(private readonly ports: RelayPorts) {
    this.publisher = new JournalPublisher(ports);
    this.mover = new JournalMover(ports, () => this.publisher.wake());
  }

  /** Takes over what is in outboxes and journal. */
  start(): void {
    this.mover.sweep();
    this.publisher.wake();
    this.lookLater();
  }

  /** Messages that just became durable in a document's outbox. */
  offer(source: DocumentRef, messages: readonly PendingMessage[]): void {
    if (messages.length > 0) this.mover.offer({ source, version: versionOf(messages.at(-1)!), messages });
  }

  /** Resolves when nothing waits in this process: what was offered is published. For an orderly stop and for tests. */
  async flush(): Promise<void> {
    await this.mover.idle();
    await this.publisher.idle();
  }

  /** Finishes the step under way and takes no other. What remains is found at the next start. */
  async stop(): Promise<void> {
    this.timer?.cancel();
    await Promise.all([this.mover.stop(), this.publisher.stop()]);
  }

  /** Other processes write too, and die; a commit's answer may be lost: so it also looks by itself. */
  private lookLater(): void {
    this.timer = this.ports.ambient.timers.after(LOOK_EVERY_MS, () => {
      this.mover.lookAgain();
      this.publisher.wake();
      this.lookLater();
    });
  }
}
