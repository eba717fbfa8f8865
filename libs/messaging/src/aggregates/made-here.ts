import { BoundedMap } from '@salvatempo/kernel';

/** The texts that this process made lately: as many as a burst leaves before its readers have come to them. */
const MAX_TEXTS = 4_096;

const texts = new BoundedMap<string, true>(MAX_TEXTS);

/** A message's text was made here, of data that its contract took. */
export const madeHere = (text: string): void => void texts.set(text, true);

/** Whether these very characters were made here a while ago: then they needn't be held against their contract once more, which costs more than reading them. */
export const wasMadeHere = (text: string): boolean => texts.has(text);
