import { formatEuro } from '@salvatempo/kernel';

/** An amount as the interface writes it. */
export const euro = formatEuro;
