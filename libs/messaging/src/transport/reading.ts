import { envelopeSchema, messages, type Envelope } from '@salvatempo/contracts';
import { MAX_MESSAGE_BYTES } from '@salvatempo/store';

/** What a delivery turned out to be. `foreign`: of a type that this group doesn't handle. */
export type Reading =
  | { readonly kind: 'message'; readonly envelope: Envelope }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'poison'; readonly why: string };

const nameOf = (type: string): string => type.slice(0, type.lastIndexOf('.v'));

/** Reads a delivery's text for a group that handles these types. Never throws: what can't be read is poison. */
export function read(value: string, handled: ReadonlySet<string>): Reading {
  if (Buffer.byteLength(value) > MAX_MESSAGE_BYTES) return { kind: 'poison', why: 'too large' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return { kind: 'poison', why: 'not JSON' };
  }
  const type = (parsed as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') return { kind: 'poison', why: 'not a CloudEvent' };
  if (!handled.has(type)) {
    const otherVersion = [...handled].some((known) => nameOf(known) === nameOf(type));
    return otherVersion ? { kind: 'poison', why: `unknown version ${type}` } : { kind: 'foreign' };
  }
  const envelope = envelopeSchema.safeParse(parsed);
  if (!envelope.success) return { kind: 'poison', why: `not a CloudEvent: ${envelope.error.issues[0]?.path.join('.')}` };
  const data = messages.get(type)?.schema.safeParse(envelope.data.data);
  if (!data?.success) return { kind: 'poison', why: `data of ${type}: ${data?.error.issues[0]?.path.join('.') ?? 'no contract'}` };
  return { kind: 'message', envelope: { ...envelope.data, data: data.data as Record<string, unknown> } };
}
