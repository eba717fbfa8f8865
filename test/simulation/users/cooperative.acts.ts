import { bodyOf, noSuch, type Act } from './act';
import { inventVatNumber } from './invented';
import { recent, type Cooperative, type KnownVoucher, type Territory } from './territory';

const register: Act = {
  name: 'register-cooperative',
  weight: 0.7,
  async run(territory) {
    const { cooperatives, randomness } = territory;
    if (!territory.hasRoom(cooperatives.length, 3, 2_000)) return;
    const manager = territory.newPerson(`manager ${cooperatives.length}`);
    const cooperative: Cooperative = { manager, vatNumber: inventVatNumber(randomness) };
    cooperatives.push(cooperative);
    await manager.signUp(`manager-${cooperatives.length}@coop.example`);
    await registered(cooperative);
  },
};

async function registered(cooperative: Cooperative): Promise<void> {
  const { vatNumber, manager } = cooperative;
  const reply = await manager.post('/api/providers', { name: `Cooperativa ${vatNumber}`, vatNumber });
  cooperative.providerId = bodyOf<{ providerId: string }>(reply)?.providerId ?? cooperative.providerId;
}

const registerAgain: Act = {
  name: 'register-cooperative-again',
  weight: 0.3,
  async run({ cooperatives, randomness }) {
    if (cooperatives.length > 0) await registered(randomness.pick(cooperatives));
  },
};

const some = ({ cooperatives, randomness }: Territory): (Cooperative & { providerId: string }) | undefined => {
  const standing = cooperatives.filter(
    (one): one is Cooperative & { providerId: string } => one.providerId !== undefined,
  );
  return standing.length > 0 ? randomness.pick(standing) : undefined;
};

const importOffers: Act = {
  name: 'import-offers',
  weight: 1,
  async run(territory) {
    const { randomness } = territory;
    const cooperative = some(territory);
    if (!cooperative) return;
    const prices = randomness.pick([
      ['40,00', '12,50'],
      ['40,00', '15,00'],
      ['38,00', '1100,00'],
      ['40,00', '1,00'],
    ]);
    const rows = [
      `STIRO5;"Stireria, 5 kg";${prices[0]};laundry-ironing;90;${randomness.pick(['', '60', '60', '90'])}`,
      `EXTRA;Extra;${prices[1]};${randomness.pick(['gym', 'errands', 'laundry-ironing'])};30;${randomness.pick(['', '45'])}`,
    ];
    if (randomness.chance(0.1)) rows.push('ERRATO;Errato;-1;laundry-ironing;90;0');
    const csv = `codice;titolo;prezzo;servizio;validita_giorni;durata_minuti\n${rows.join('\n')}\n`;
    await cooperative.manager.post(`/api/providers/${cooperative.providerId}/offer-imports`, csv);
  },
};

/** Agrees a price with a network, also one that isn't lower, and withdraws one, whether or not there is any. */
const agreeWithNetwork: Act = {
  name: 'agree-with-network',
  weight: 0.5,
  async run(territory) {
    const { randomness, networkIds } = territory;
    const cooperative = some(territory);
    if (!cooperative || networkIds.length === 0) return;
    const page = await cooperative.manager.get<{ items: { offerId: string; priceCents: number }[] }>(`/api/providers/offers?providerId=${cooperative.providerId}`);
    if (!page || page.items.length === 0) return;
    const { offerId, priceCents } = randomness.pick(page.items);
    const [url, networkId] = [`/api/providers/offers/${offerId}/network-prices`, randomness.pick(networkIds)];
    if (randomness.chance(0.3)) await cooperative.manager.post(`${url}/${networkId}/withdrawal`);
    else await cooperative.manager.post(url, { networkId, priceCents: Math.max(1, priceCents + randomness.pick([-300, -100, 0, 100])) });
  },
};

const redeem: Act = {
  name: 'redeem',
  weight: 5,
  async run(territory) {
    const { randomness, vouchers } = territory;
    const known = recent(vouchers, randomness, 12);
    if (!known) return;
    const [manager, body] = redemptionOf(known, territory);
    // Two tills at once, or the holder cancels while the till redeems.
    const race = randomness.weighted({ none: 6, twice: 1, cancel: 1 });
    const rival =
      race === 'twice'
        ? manager.post('/api/vouchers/redemptions', body)
        : race === 'cancel'
          ? known.holder.person.post(`/api/vouchers/${known.voucherId}/cancellation`)
          : undefined;
    await Promise.all([manager.post('/api/vouchers/redemptions', body), rival]);
  },
};

function redemptionOf({ code, holder, providerId }: KnownVoucher, territory: Territory) {
  const { randomness, cooperatives, employees } = territory;
  const right = cooperatives.find((cooperative) => cooperative.providerId === providerId) ?? cooperatives[0]!;
  const cooperative = randomness.chance(0.1) ? randomness.pick(cooperatives) : right;
  const shown = randomness.chance(0.1) ? randomness.pick(employees) : holder;
  const typed = randomness.chance(0.03) ? 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' : code;
  return [cooperative.manager, { code: typed, holderFiscalCode: shown.invented.fiscalCode }] as const;
}

const complete: Act = {
  name: 'complete-work',
  weight: 4,
  async run(territory) {
    const { randomness, orders } = territory;
    const cooperative = some(territory);
    if (!cooperative) return;
    const page = await cooperative.manager.get<{ items: { orderId: string }[] }>(
      `/api/providers/${cooperative.providerId}/orders?status=open`,
    );
    for (const { orderId } of page?.items ?? [])
      if (!orders.some((known) => known.orderId === orderId)) orders.push({ cooperative, orderId });
    const open = page?.items ?? [];
    const known = recent(orders, randomness);
    const orderId = randomness.chance(0.05)
      ? noSuch('ord')
      : open.length > 0 && randomness.chance(0.8)
        ? randomness.pick(open).orderId
        : known?.orderId;
    if (orderId !== undefined)
      await cooperative.manager.post(`/api/providers/${cooperative.providerId}/orders/${orderId}/completion`);
  },
};

const look: Act = {
  name: 'look-at-statement',
  weight: 0.5,
  async run(territory) {
    const cooperative = some(territory);
    if (cooperative) await cooperative.manager.get(`/api/providers/${cooperative.providerId}/statements`);
  },
};

export const cooperativeActs: readonly Act[] = [register, registerAgain, importOffers, agreeWithNetwork, redeem, complete, look];
