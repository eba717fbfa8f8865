import { romeDate } from '@salvatempo/kernel';
import { noSuch, type Act } from './act';

interface Invoices {
  readonly toInvoice: readonly { readonly callId: string; readonly cup?: string; readonly month: string; readonly purchases: readonly { readonly purchaseId: string; readonly totalCents: number }[] }[];
  readonly invoices: readonly { readonly invoiceId: string; readonly callId: string; readonly month: string; readonly purchaseIds: readonly string[] }[];
}

/** A cooperative writes down invoices, sometimes twice at once, with a wrong amount, number or CUP, or of what is billed already; takes some back, and hands in the file of others, sometimes twice. */
const bill: Act = {
  name: 'record-invoice',
  weight: 1.3,
  async run({ cooperatives, randomness, desk, acts }) {
    const standing = cooperatives.filter(({ providerId }) => providerId !== undefined);
    if (standing.length === 0) return;
    const { manager, providerId } = randomness.pick(standing);
    const url = `/api/programmes/providers/${providerId}/invoices`;
    const known = await manager.get<Invoices>(url);
    if (!known) return;
    const { toInvoice, invoices } = known;
    if (invoices.length > 0 && randomness.chance(0.2)) {
      const { callId, month, invoiceId } = randomness.pick(invoices);
      const at = `${url}/${callId}/${month}/${randomness.chance(0.4) ? noSuch('inv') : invoiceId}/withdrawal`;
      await Promise.all([manager.post(at), ...(randomness.chance(0.3) ? [manager.post(at)] : [])]);
      return;
    }
    if (invoices.length > 0 && randomness.chance(0.5)) {
      const { callId, month, invoiceId } = randomness.pick(invoices);
      const content = randomness.chance(0.1) ? 'no document' : `%PDF-1.4\n% ${acts}\n%%EOF`;
      const handIn = () => manager.post(`${url}/${callId}/${month}/${randomness.chance(0.1) ? noSuch('inv') : invoiceId}/file`, Buffer.from(content));
      await Promise.all([handIn(), ...(randomness.chance(0.7) ? [handIn()] : [])]);
      return;
    }
    if (toInvoice.length === 0) return;
    const { callId, cup, purchases } = randomness.pick(toInvoice);
    const body = (number: string, billed: typeof purchases): object => {
      const total = billed.reduce((sum, { totalCents }) => sum + totalCents, 0) + randomness.pick([0, 0, 0, 0, 1]);
      const vatCents = randomness.pick([0, Math.floor(total / 5)]);
      const typedCup = randomness.chance(0.1) ? 'E61B26000010008' : cup;
      return { callId, number, issuedOn: romeDate(desk.world.now), netCents: total - vatCents, vatCents, purchaseIds: billed.map(({ purchaseId }) => purchaseId), ...(typedCup !== undefined && { cup: typedCup }) };
    };
    // Sometimes one that was used already.
    const number = String(randomness.chance(0.85) ? 1 : acts);
    // At once: the same number for other works, or another number for the same.
    const second = randomness.chance(0.3) ? body(number, purchases.slice(1, 2)) : randomness.chance(0.4) ? body(`${number}/A`, purchases.slice(0, 1)) : undefined;
    await Promise.all([manager.post(url, body(number, purchases.slice(0, 1))), ...(second === undefined ? [] : [manager.post(url, second)])]);
  },
};

export const invoiceActs: readonly Act[] = [bill];
