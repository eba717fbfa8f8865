import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits in lower case: what `printf %s text | sha256sum` says. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
