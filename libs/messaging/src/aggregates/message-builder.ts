import { hash } from 'node:crypto';
import { messages, type Envelope } from '@salvatempo/contracts';
import type { DomainEvent, Instant, OutgoingCommand } from '@salvatempo/kernel';
import { DocumentTooLargeError, MAX_MESSAGE_BYTES, type Head, type PendingMessage } from '@salvatempo/store';
import type { Cause } from './cause';
import { rememberMade } from './made-texts';

/** The hash that the next event of the aggregate carries as `previoushash`: SHA-256 of the event's published text, in hex. */
export const hashOf = (body: string): string => hash('sha256', body, 'hex');

interface Source {
  readonly service: string;
  readonly id: string;
  readonly version: number;
}

/** Makes the messages of one commit: ids follow from the version, events continue the aggregate's chain. */
export class MessageBuilder {
  private made = 0;
  constructor(
    private readonly source: Source,
    private head: Head,
    private readonly at: Instant,
  ) {}

  /** Where the chain stands after the events made so far. */
  get chain(): Head {
    return this.head;
  }

  /** A place to come back to when a later message of the same decision can't be made. */
  mark(): { readonly made: number; readonly head: Head } {
    return { made: this.made, head: this.head };
  }

  backTo(mark: { readonly made: number; readonly head: Head }): void {
    this.made = mark.made;
    this.head = mark.head;
  }

  /** Throws ZodError where the data don't match the contract, and Error for an event that no contract names. */
  event(event: DomainEvent, cause: Cause): { readonly pending: PendingMessage; readonly envelope: Envelope } {
    const sequence = this.head.sequence + 1;
    const chain = this.head.hash === '' ? { sequence } : { sequence, previoushash: this.head.hash };
    const envelope = this.envelope(event.type, this.source.id, event.data, cause, chain);
    const body = JSON.stringify(envelope);
    this.head = { sequence, hash: hashOf(body) };
    return { envelope, pending: this.pending(envelope, body, cause, sequence) };
  }

  command(command: OutgoingCommand, cause: Cause): PendingMessage {
    const envelope = this.envelope(command.type, command.to, command.data, cause, {});
    return this.pending(envelope, JSON.stringify(envelope), cause, undefined);
  }

  private envelope(type: string, key: string, data: object, cause: Cause, chain: object): Envelope {
    const message = messages.get(type);
    if (!message) throw new Error(`no contract names ${type}`);
    this.made += 1;
    return {
      specversion: '1.0',
      id: `${this.source.id}:${this.source.version}:${this.made}`,
      source: `/salvatempo/${this.source.service}`,
      type,
      subject: key,
      time: this.at,
      datacontenttype: 'application/json',
      partitionkey: key,
      ...chain,
      correlationid: cause.correlationId,
      causationid: cause.id,
      tenantid: cause.tenantId,
      ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
      data: message.schema.parse(data) as Record<string, unknown>,
    };
  }

  private pending(envelope: Envelope, body: string, cause: Cause, sequence: number | undefined): PendingMessage {
    const bytes = Buffer.byteLength(body);
    if (bytes > MAX_MESSAGE_BYTES) throw new DocumentTooLargeError('message', envelope.id, bytes, MAX_MESSAGE_BYTES);
    rememberMade(envelope.id, body);
    const topic = messages.get(envelope.type)!.topic;
    const message = { id: envelope.id, topic, key: envelope.partitionkey, causationId: cause.id, body };
    return sequence === undefined ? message : { ...message, sequence };
  }
}
