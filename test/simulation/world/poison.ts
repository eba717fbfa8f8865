import {
  holdCredit,
  holdIncentive,
  messages,
  pinCredit,
  spendCredit,
  voucherRedeemed,
  type Envelope,
  type MessageType,
} from '@salvatempo/contracts';
import type { LogRecord } from '@salvatempo/messaging';
import type { SeededRandomness } from '@salvatempo/testing';

const CORRELATION = 'poison';
const nobody = (prefix: string): string => `${prefix}_${'z'.repeat(26)}`;

/** Messages that somebody else put on the log: unreadable, of an unknown version, too large, or valid and impossible. */
export class Poison {
  private made = 0;
  private readonly texts = new Set<string>();

  constructor(private readonly randomness: SeededRandomness) {}

  isPoison(value: string): boolean {
    return this.texts.has(value);
  }

  /** Whether a message is poison itself or was caused by some. */
  follows(value: string): boolean {
    return this.isPoison(value) || value.includes(`"correlationid":"${CORRELATION}"`);
  }

  next(now: string): LogRecord {
    this.made += 1;
    const record = this.draw(now);
    this.texts.add(record.value);
    return record;
  }

  private draw(now: string): LogRecord {
    const purchaseId = `pur_${String(this.made).padStart(26, '0')}`;
    const command = (type: MessageType, data: object): LogRecord => this.message(type, now, data);
    const account = { accountId: nobody('acc'), purchaseId };
    switch (this.randomness.below(7)) {
      case 0:
        return { topic: 'vouchers.events', key: nobody('vou'), value: `{"specversion":"1.0", poison ${this.made}` };
      case 1:
        return this.renamed(command(voucherRedeemed, {}), '.v1"', '.v9"');
      case 2:
        return this.renamed(command(voucherRedeemed, {}), '"data":{', `"data":{"padding":"${'x'.repeat(300_000)}",`);
      case 3:
        return command(spendCredit, account);
      case 4:
        return command(pinCredit, account);
      case 5:
        return command(holdIncentive, {
          allotmentId: nobody('alt'),
          purchaseId,
          personId: nobody('per'),
          amountCents: 100,
          expiresAt: now,
        });
      default:
        return command(holdCredit, {
          ...account,
          amountCents: 100,
          letter: 'c.3',
          benefitValueCents: 100,
          taxYear: 2001,
          expiresAt: now,
        });
    }
  }

  private renamed(record: LogRecord, from: string, to: string): LogRecord {
    return { ...record, value: record.value.replace(from, to) };
  }

  private message({ type, service }: MessageType, time: string, data: object): LogRecord {
    const key = String(
      (data as Record<string, unknown>).allotmentId ?? (data as Record<string, unknown>).accountId ?? nobody('vou'),
    );
    const envelope: Envelope = {
      specversion: '1.0',
      id: `${CORRELATION}:${this.made}`,
      source: `/salvatempo/${service}`,
      type,
      subject: key,
      time,
      datacontenttype: 'application/json',
      partitionkey: key,
      correlationid: CORRELATION,
      causationid: CORRELATION,
      tenantid: 'territory',
      data: data as Record<string, unknown>,
    };
    return { topic: messages.get(type)!.topic, key, value: JSON.stringify(envelope) };
  }
}
