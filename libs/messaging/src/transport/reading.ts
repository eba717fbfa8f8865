import { envelopeSchema, messages, type Envelope } from '@salvatempo/contracts';
import { BoundedMap, rememberingEach } from '@salvatempo/kernel';
import { MAX_MESSAGE_BYTES } from '@salvatempo/store';
import { MAX_REMEMBERED_CHARACTERS, takeMade } from '../aggregates/made-texts';
import type { About } from './consumer.decorator';

/** What a delivery turned out to be. `foreign`: of a type that this group doesn't handle. */
export type Reading =
  | { readonly kind: 'message'; readonly envelope: Envelope }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'poison'; readonly why: string };

/** A text that has been looked at, as far as somebody asked. */
interface Seen {
  /** Of a text that says what it is; else it is poison for everybody. */
  readonly type?: string;
  /** The type without its version. */
  readonly name?: string;
  readonly subject?: unknown;
  /** Until it is known what it is for whoever handles its type, and no longer: what many remembered texts hold has to be carried along. */
  content?: unknown;
  reading?: Reading;
}

/** Texts that are remembered: the last ones, since the groups of a process are given each at nearly the same time, but for those that write and so fall behind in a burst. */
const MAX_SEEN = 4_096;

const FOREIGN: Reading = { kind: 'foreign' };
const nameOf = (type: string): string => type.slice(0, type.lastIndexOf('.v'));
/** Names of the types that a group handles, whatever their version; every group has its own set of types. */
const namesOf = rememberingEach((handled: ReadonlySet<string>): ReadonlySet<string> => new Set([...handled].map(nameOf)));

/**
 * Reads deliveries' texts for the groups of a process: each text once, though many groups are given it. An envelope is shared
 * by them, and frozen.
 */
export class Readings {
  private readonly seen = new BoundedMap<string, Seen>(MAX_SEEN);

  /** What a text is for a group that handles these types, some of them only where they are about certain aggregates. Never throws: what can't be read is poison. */
  of(value: string, handled: ReadonlySet<string>, about?: About): Reading {
    const seen = this.lookAt(value);
    if (seen.type === undefined) return seen.reading!;
    if (!namesOf(handled).has(seen.name!)) return FOREIGN;
    if (!handled.has(seen.type)) return poison(`unknown version ${seen.type}`);
    return isAboutAnother(seen.subject, about?.get(seen.type)) ? FOREIGN : readingOf(value, seen, seen.type);
  }

  private lookAt(value: string): Seen {
    const known = this.seen.get(value);
    if (known) return known;
    const seen = parsed(value);
    if (value.length <= MAX_REMEMBERED_CHARACTERS) this.seen.set(value, seen);
    return seen;
  }
}

function readingOf(value: string, seen: Seen, type: string): Reading {
  if (seen.reading) return seen.reading;
  const content = seen.content as Envelope;
  seen.reading = takeMade(content.id, value) ? messageOf(content) : validated(content, type);
  seen.content = undefined;
  return seen.reading;
}

function isAboutAnother(subject: unknown, prefixes: ReadonlySet<string> | undefined): boolean {
  return prefixes !== undefined && typeof subject === 'string' && !prefixes.has(subject.slice(0, subject.indexOf('_')));
}

const poison = (why: string): Reading => ({ kind: 'poison', why });

function parsed(value: string): Seen {
  if (Buffer.byteLength(value) > MAX_MESSAGE_BYTES) return { reading: poison('too large') };
  try {
    const content: unknown = JSON.parse(value);
    const { type, subject } = (content ?? {}) as { type?: unknown; subject?: unknown };
    return typeof type === 'string' ? { type, name: nameOf(type), subject, content } : { reading: poison('not a CloudEvent') };
  } catch {
    return { reading: poison('not JSON') };
  }
}

function validated(content: unknown, type: string): Reading {
  const envelope = envelopeSchema.safeParse(content);
  if (!envelope.success) return poison(`not a CloudEvent: ${envelope.error.issues[0]?.path.join('.')}`);
  const data = messages.get(type)?.schema.safeParse(envelope.data.data);
  if (!data?.success) return poison(`data of ${type}: ${data?.error.issues[0]?.path.join('.') ?? 'no contract'}`);
  return messageOf({ ...envelope.data, data: data.data as Record<string, unknown> });
}

function messageOf(envelope: Envelope): Reading {
  Object.freeze(envelope.data);
  return { kind: 'message', envelope: Object.freeze(envelope) };
}
