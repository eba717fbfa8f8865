import { BoundedMap } from '@salvatempo/kernel';

/** Texts that nobody has read yet: as many as a burst leaves before its readers have come to them. */
const MAX_TEXTS = 4_096;

/** By the message's id, since to look a whole text up costs as much as it saves. */
const texts = new BoundedMap<string, string>(MAX_TEXTS);

/** A message's text was made here, of data that its contract took. */
export const madeHere = (id: string, text: string): void => void texts.set(id, text);

/**
 * Whether these very characters were made here a while ago and weren't asked for since: then they needn't be held against their contract once
 * more, which costs more than reading them. Whoever asks remembers what is said.
 */
export function wasMadeHere(id: unknown, text: string): boolean {
  if (typeof id !== 'string' || texts.get(id) !== text) return false;
  texts.delete(id);
  return true;
}
