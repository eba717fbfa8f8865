import { bodyOf, type Act } from './act';
import { dayFrom, someFirm } from './owner.acts';
import { recent, type Territory } from './territory';

interface OwnQuote {
  readonly quoteId: string;
  readonly totalCents: number;
}

interface OwnPurchase {
  readonly purchaseId: string;
  readonly providerId: string;
  readonly voucherId?: string;
  readonly status: string;
  readonly transfer?: { readonly amountCents: number; readonly owedBackCents: number };
}

const order: Act = {
  name: 'order-for-owner',
  weight: 1.6,
  async run(territory) {
    const { randomness, ownPurchases } = territory;
    const firm = someFirm(territory);
    const page = firm && (await firm.owner.get<{ items: { offerId: string }[] }>('/api/providers/offers?limit=30'));
    if (!firm || !page || page.items.length === 0) return;
    const { offerId } = randomness.pick(page.items);
    const quote = await firm.owner.get<OwnQuote>(`/api/marketplace/own-quotes?offerId=${offerId}`);
    if (!quote) return;
    const { quoteId, totalCents } = quote;
    const reply = await firm.owner.post('/api/marketplace/own-purchases', { offerId, quoteId, totalCents: randomness.chance(0.05) ? totalCents + 1 : totalCents });
    const purchaseId = bodyOf<OwnPurchase>(reply)?.purchaseId;
    if (purchaseId !== undefined) ownPurchases.push({ firm, purchaseId });
  },
};

/** Looks at what was ordered; a receipt that is seen can be shown at the provider's from then on. */
const look: Act = {
  name: 'look-at-own-purchases',
  weight: 1,
  async run(territory) {
    const { randomness, ownPurchases, vouchers } = territory;
    const known = recent(ownPurchases, randomness, 8);
    if (!known) return;
    const { owner, declaredOwner } = known.firm;
    const page = await owner.get<{ items: OwnPurchase[] }>('/api/marketplace/own-purchases?limit=10');
    for (const { voucherId, providerId, status } of page?.items ?? []) {
      if (status !== 'active' || voucherId === undefined || vouchers.some((voucher) => voucher.voucherId === voucherId)) continue;
      const voucher = await owner.get<{ code?: string }>(`/api/vouchers/${voucherId}`);
      if (voucher?.code !== undefined) vouchers.push({ voucherId, code: voucher.code, holder: { invented: declaredOwner, person: owner }, providerId });
    }
  },
};

const withdraw: Act = {
  name: 'withdraw-own-purchase',
  weight: 0.25,
  async run({ randomness, ownPurchases }) {
    const known = recent(ownPurchases, randomness, 6);
    if (known) await known.firm.owner.post(`/api/marketplace/purchases/${known.purchaseId}/withdrawal`);
  },
};

/** A number as banks give them; sometimes one that was written down already. */
function bankReference(territory: Territory): string {
  const { randomness, acts } = territory;
  return `CRO ${randomness.chance(0.15) ? 1 : acts}`;
}

const dayOfTransfer = (territory: Territory): string => dayFrom(territory, territory.randomness.pick([0, 0, 0, -1, -2, 2]));

/** Some owners never pay: always the same ones, however often somebody looks. */
const neverPays = (purchaseId: string): boolean => purchaseId.at(-1)! < 'a';

/** Mostly what is awaited, as it should be; sometimes too little, twice, too late, or for what nobody awaits. */
const recordTransfer: Act = {
  name: 'record-transfer',
  weight: 1.4,
  async run(territory) {
    const { operator, randomness, ownPurchases, employees } = territory;
    if (!operator) return;
    const page = await operator.get<{ items: OwnPurchase[] }>('/api/marketplace/transfers?limit=20');
    const payers = (page?.items ?? []).filter(({ purchaseId }) => !neverPays(purchaseId));
    const awaited = payers.length > 0 && !randomness.chance(0.25) ? randomness.pick(payers) : undefined;
    const ofEmployee = recent(employees, randomness, 20)?.purchases.at(-1);
    const purchaseId = awaited?.purchaseId ?? (randomness.chance(0.1) ? ofEmployee : recent(ownPurchases, randomness, 10)?.purchaseId);
    if (purchaseId === undefined || neverPays(purchaseId)) return;
    const amountCents = randomness.chance(0.1) ? 1 : (awaited?.transfer?.amountCents ?? 1_200);
    await operator.post(`/api/marketplace/purchases/${purchaseId}/transfers`, { amountCents, receivedOn: dayOfTransfer(territory), bankReference: bankReference(territory) });
  },
};

const payBack: Act = {
  name: 'pay-back-transfer',
  weight: 0.6,
  async run(territory) {
    const { operator, randomness, ownPurchases } = territory;
    if (!operator) return;
    const page = await operator.get<{ items: OwnPurchase[] }>('/api/marketplace/transfers?task=owed-back&limit=20');
    const owed = page && page.items.length > 0 && !randomness.chance(0.15) ? randomness.pick(page.items) : undefined;
    const purchaseId = owed?.purchaseId ?? recent(ownPurchases, randomness, 10)?.purchaseId;
    if (purchaseId === undefined) return;
    const amountCents = randomness.chance(0.2) ? 1 : (owed?.transfer?.owedBackCents ?? 1_200);
    await operator.post(`/api/marketplace/purchases/${purchaseId}/paybacks`, { amountCents, paidOn: dayOfTransfer(territory), bankReference: bankReference(territory) });
  },
};

export const ownPurchaseActs: readonly Act[] = [order, look, withdraw, recordTransfer, payBack];
