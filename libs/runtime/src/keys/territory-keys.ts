import { createHmac, hkdfSync } from 'node:crypto';
import { base32, normaliseFiscalCode, plainFiscalCode } from '@salvatempo/kernel';

/** The secrets of a territory, all derived from one master key of 32 bytes. */
export class TerritoryKeys {
  private readonly personKey: Buffer;

  constructor(private readonly master: Uint8Array) {
    if (master.length !== 32) throw new RangeError('the territory key has 32 bytes');
    this.personKey = this.derive('person-id');
  }

  /** A key of 32 bytes for one purpose. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'salvatempo', purpose, 32));
  }

  /**
   * A person's id: an HMAC of the codice fiscale, so that nobody without the key can tell who it is. All omocodia variants of
   * a person's code give the same id; one with a wrong check letter gives an id that nobody has.
   */
  personId(fiscalCode: string): string {
    return this.personIdFrom(plainFiscalCode(normaliseFiscalCode(fiscalCode)));
  }

  /** The id of somebody who signed up with a user name (normalised) and not as an employee. */
  personIdOfUsername(username: string): string {
    return this.personIdFrom(`user name:${username}`);
  }

  private personIdFrom(text: string): string {
    return `per_${base32(createHmac('sha256', this.personKey).update(text).digest()).slice(0, 26)}`;
  }

  /** A secret text that follows from its subject: `length` characters of Crockford's base 32, 5 bits each. */
  code(purpose: string, subject: string, length: number): string {
    return base32(createHmac('sha256', this.derive(purpose)).update(subject).digest()).slice(0, length).toUpperCase();
  }
}
