import { BoundedMap } from '@salvatempo/kernel';

/** Texts that were made and not asked for yet. What no group of this process takes stays until so many newer ones have come. */
const MAX_TEXTS = 4_096;
/** A longer text isn't remembered, and read anew by each group. */
export const MAX_REMEMBERED_CHARACTERS = 16_384;

/** By the message's id, since to look a whole text up costs as much as it saves. */
const texts = new BoundedMap<string, string>(MAX_TEXTS);

/** Remembers that a message's text was made here: of data that its contract took, in an envelope of our own making. */
export function rememberMade(id: string, text: string): void {
  if (text.length <= MAX_REMEMBERED_CHARACTERS) texts.set(id, text);
}

/**
 * Whether these very characters were made here lately, which is said once: then they needn't be held against their contract another time, which costs
 * more than reading them.
 */
export function takeMade(id: unknown, text: string): boolean {
  if (typeof id !== 'string' || texts.get(id) !== text) return false;
  texts.delete(id);
  return true;
}
