import { derivedId } from '@salvatempo/kernel';
import type { LogRecord } from '@salvatempo/messaging';

const nobodys = derivedId('pur', 'that was never asked for');

/** A reply that is right in every respect, but to a purchase that nobody asked for. */
const replyToNothing = JSON.stringify({
  specversion: '1.0', id: `${derivedId('vou', 'nobody')}:1:1`, source: '/salvatempo/vouchers', type: 'vouchers.voucher-not-issued.v1', subject: nobodys,
  time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json', partitionkey: nobodys, sequence: 1, correlationid: 'c', causationid: 'c', tenantid: 'territory',
  data: { voucherId: derivedId('vou', 'nobody'), purchaseId: nobodys, code: 'voucher-validity' },
});

/** What no consumer can handle: no JSON, too large, impossible, and of a version that nobody knows; the last one is `real` but for that. */
export function poison(real: LogRecord): { readonly messages: readonly LogRecord[]; readonly spoilt: string } {
  const spoilt = real.value.replace(/(\.v)\d+"/, '$19"');
  return {
    spoilt,
    messages: [
      { topic: 'vouchers.events', key: 'x', value: '{"type":' },
      { topic: 'benefits.commands', key: 'x', value: `"${'x'.repeat(300_000)}"` },
      { topic: 'vouchers.events', key: nobodys, value: replyToNothing },
      { ...real, value: spoilt },
    ],
  };
}
