import {
  holdCredit,
  holdIncentive,
  holdPersonCap,
  messages,
  pinCredit,
  spendCredit,
  voucherRedeemed,
  type Envelope,
  type MessageType,
} from '@salvatempo/contracts';
import { HOUR_MS, addMs } from '@salvatempo/kernel';
import type { LogRecord } from '@salvatempo/messaging';
import type { SeededRandomness } from '@salvatempo/testing';
import type { World } from './world';

const CORRELATION = 'poison';
/** How the ids of purchases that never were begin. */
const NO_PURCHASE = 'pur_0000000000';
const nobody = (prefix: string): string => `${prefix}_${'z'.repeat(26)}`;

/** More than any document admits of open holds. */
const FLOODS = { allotment: 205, 'person-cap': 105, account: 55 } as const;

/** Whether an allotment would hold anything at all; of other documents nothing is asked. */
const isTaking =
  (now: string) =>
  (state: unknown): boolean => {
    const { status, closesAt } = state as { status?: string; closesAt?: string };
    return status === undefined || (status === 'granted' && closesAt !== undefined && closesAt > now);
  };

/** Messages that somebody else put on the log: unreadable, of an unknown version, too large, valid and impossible, or far too many. */
export class Poison {
  private made = 0;
  private readonly texts = new Set<string>();
  private readonly neverRead: string[] = [];

  constructor(
    private readonly world: World,
    private readonly randomness: SeededRandomness,
  ) {}

  isPoison(value: string): boolean {
    return this.texts.has(value);
  }

  /** Whether a message is poison itself or was caused by some. */
  follows(value: string): boolean {
    return this.isPoison(value) || value.includes(`"correlationid":"${CORRELATION}"`) || value.includes(NO_PURCHASE);
  }

  /** Those that no consumer can ever read. */
  unreadables(): readonly string[] {
    return this.neverRead;
  }

  next(): LogRecord {
    const draws = [this.unreadable, this.unknownVersion, this.tooLarge, this.unheld, this.notGranted, this.withoutRule];
    return this.noted(this.randomness.pick(draws).call(this));
  }

  /** Holds for purchases that never were, of a cent each, until no document takes another one. They expire by themselves. */
  flood(): readonly LogRecord[] {
    const kind = this.randomness.pick(Object.keys(FLOODS) as (keyof typeof FLOODS)[]);
    const id = this.someId(kind === 'account' ? 'benefits.account' : `programmes.${kind}`, isTaking(this.world.now));
    const hold = id === undefined ? undefined : this.holdOn(kind, id);
    return hold ? Array.from({ length: FLOODS[kind] }, () => this.noted(hold())) : [];
  }

  private holdOn(kind: keyof typeof FLOODS, id: string): (() => LogRecord) | undefined {
    const expiresAt = addMs(this.world.now, HOUR_MS);
    const parts = () => ({ purchaseId: this.purchaseId(), personId: nobody('per'), amountCents: 1, expiresAt });
    if (kind === 'allotment') return () => this.command(holdIncentive, { ...parts(), allotmentId: id });
    if (kind === 'account') {
      const free = { amountCents: 0, letter: 'f', benefitValueCents: 1, taxYear: 2026 };
      return () => this.command(holdCredit, { ...parts(), ...free, accountId: id });
    }
    const callId = this.callOf(id);
    if (callId === undefined) return undefined;
    return () => this.command(holdPersonCap, { ...parts(), personCapId: id, callId, capCents: 3_000 });
  }

  /** The call that a person's cap belongs to, as the cap's own events say. */
  private callOf(personCapId: string): string | undefined {
    const source = { collection: 'programmes.person-cap', id: personCapId };
    const told = this.world.disk.image.journal
      .history(source, 0, 20)
      .map(({ body }) => JSON.parse(body) as Envelope<{ callId?: string }>);
    return told.find(({ data }) => data.callId !== undefined)?.data.callId;
  }

  private unreadable(): LogRecord {
    return this.lost({
      topic: 'vouchers.events',
      key: nobody('vou'),
      value: `{"specversion":"1.0", poison ${(this.made += 1)}`,
    });
  }

  private unknownVersion(): LogRecord {
    return this.lost(this.renamed(this.command(voucherRedeemed, {}), '.v1"', '.v9"'));
  }

  private tooLarge(): LogRecord {
    const padded = `"data":{"padding":"${'x'.repeat(300_000)}",`;
    return this.lost(this.renamed(this.command(voucherRedeemed, {}), '"data":{', padded));
  }

  private unheld(): LogRecord {
    const type = this.randomness.pick([spendCredit, pinCredit]);
    return this.command(type, {
      accountId: this.someId('benefits.account') ?? nobody('acc'),
      purchaseId: this.purchaseId(),
    });
  }

  private notGranted(): LogRecord {
    const parts = { purchaseId: this.purchaseId(), personId: nobody('per'), amountCents: 100 };
    return this.command(holdIncentive, { ...parts, allotmentId: nobody('alt'), expiresAt: this.world.now });
  }

  /** A tax year that the table of thresholds doesn't know. */
  private withoutRule(): LogRecord {
    const accountId = this.someId('benefits.account') ?? nobody('acc');
    const parts = { accountId, purchaseId: this.purchaseId(), amountCents: 100, letter: 'c.3', benefitValueCents: 100 };
    return this.command(holdCredit, { ...parts, taxYear: 2001, expiresAt: addMs(this.world.now, HOUR_MS) });
  }

  /** A document of a collection, by chance; whoever sends poison has seen ids somewhere. */
  private someId(collection: string, fits: (state: unknown) => boolean = () => true): string | undefined {
    const found = this.world.disk.image.documents.scan(collection, undefined, 500).filter(({ state }) => fits(state));
    return found.length > 0 ? this.randomness.pick(found).id : undefined;
  }

  private purchaseId(): string {
    this.made += 1;
    return `pur_${String(this.made).padStart(26, '0')}`;
  }

  private lost(record: LogRecord): LogRecord {
    this.neverRead.push(record.value);
    return record;
  }

  private noted(record: LogRecord): LogRecord {
    this.texts.add(record.value);
    return record;
  }

  private renamed(record: LogRecord, from: string, to: string): LogRecord {
    return { ...record, value: record.value.replace(from, to) };
  }

  private command({ type, service }: MessageType, data: Readonly<Record<string, unknown>>): LogRecord {
    this.made += 1;
    const key = String(data.allotmentId ?? data.personCapId ?? data.accountId ?? nobody('vou'));
    const envelope: Envelope = {
      specversion: '1.0',
      id: `${CORRELATION}:${this.made}`,
      source: `/salvatempo/${service}`,
      type,
      subject: key,
      time: this.world.now,
      datacontenttype: 'application/json',
      partitionkey: key,
      correlationid: CORRELATION,
      causationid: CORRELATION,
      tenantid: 'territory',
      data,
    };
    return { topic: messages.get(type)!.topic, key, value: JSON.stringify(envelope) };
  }
}
