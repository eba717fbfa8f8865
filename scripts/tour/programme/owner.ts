import { instantOf, romeDate } from '@salvatempo/kernel';
import type { ApiClient } from '../api-client';
import { euro } from '../euro';
import type { InventedPerson } from '../invented';
import { apply, offerOf, openCall } from '../journey';
import { until } from '../patience';
import type { Cooperative, Firm } from '../people';
import type { TourLog } from '../tour-log';

/** What the owner's purchase came to. */
export interface OwnerPurchaseEnd {
  /** What it waited for before anything was issued. */
  readonly awaited: string;
  readonly incentiveCents: number;
  readonly ownCents: number;
  readonly receipt: string;
  readonly status: string;
}

interface OwnQuote {
  readonly quoteId: string;
  readonly totalCents: number;
  readonly shares: readonly { readonly source: string; readonly amountCents: number }[];
  readonly obstacle?: { readonly code: string };
}

interface OwnPurchase {
  readonly purchaseId: string;
  readonly status: string;
  readonly voucherId?: string;
  readonly payments: readonly { readonly source: string; readonly amountCents: number }[];
  readonly transfer: { readonly reference: string; readonly amountCents: number };
}

interface Orders {
  readonly items: readonly { readonly orderId: string; readonly purchaseId: string }[];
}

/** The owner, who has no account, buys with the incentive and a transfer of their own: nothing is issued before it is recorded. */
export async function ownerBuys(operator: ApiClient, firm: Firm, { manager, providerId }: Cooperative, log: TourLog, person: InventedPerson, firmName: string): Promise<OwnerPurchaseEnd> {
  const { owner, firmId, employee } = firm;
  const changes = { incentiveBasisPoints: 8_000 };
  const callId = await openCall(operator, log, 'apre un bando all’80%, anche per chi è titolare', `Tempo per chi è titolare (${firmName})`, changes);
  await apply(firm, log, callId);
  await log.step('impresa', `dichiara chi è il titolare: ${person.name} ${person.surname}`, () =>
    owner.post(`/api/companies/firms/${firmId}/declarations`, {
      name: firmName, employeesCount: 3, occupatiCount: 4, sector: '14.13', municipality: 'E648', declarationAccepted: true,
      ownerName: person.name, ownerSurname: person.surname, ownerFiscalCode: person.fiscalCode,
    }),
  );
  const offerId = await offerOf(employee, providerId);
  const ready = ({ shares, obstacle }: OwnQuote): boolean => obstacle === undefined && shares.map(({ amountCents }) => amountCents).join() === '3200,800';
  const { quoteId, totalCents } = await until('a quote of 32,00 and 8,00', () => owner.get<OwnQuote>(`/api/marketplace/own-quotes?offerId=${offerId}`), ready);
  const ordered = await log.step('impresa', 'il titolare ordina la stireria: contributo riservato, si aspetta il suo bonifico', () => owner.post<OwnPurchase>('/api/marketplace/own-purchases', { offerId, quoteId, totalCents }), totalCents);
  const { purchaseId, transfer } = ordered;
  const bank = { amountCents: transfer.amountCents, receivedOn: romeDate(instantOf(Date.now())), bankReference: `CRO ${transfer.reference.slice(0, 11)}` };
  await log.step('operatore', `registra il bonifico di ${euro(transfer.amountCents)} con la causale ${transfer.reference}`, () => operator.post(`/api/marketplace/purchases/${purchaseId}/transfers`, bank), transfer.amountCents);
  const becomes = (status: string): Promise<OwnPurchase> => until(`the owner's purchase to be ${status}`, () => owner.get<OwnPurchase>(`/api/marketplace/purchases/${purchaseId}`), (purchase) => purchase.status === status);
  const { voucherId } = await becomes('active');
  const { code, receipt } = await owner.get<{ code: string; receipt: string }>(`/api/vouchers/${voucherId}`);
  await log.step('cooperativa', 'ritira la ricevuta d’ordine del titolare e segna il lavoro fatto', async () => {
    await manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: person.fiscalCode });
    const mine = (order: { purchaseId: string }): boolean => order.purchaseId === purchaseId;
    const { items } = await until('the order', () => manager.get<Orders>(`/api/providers/${providerId}/orders?status=open`), (orders) => orders.items.some(mine));
    await manager.post(`/api/providers/${providerId}/orders/${items.find(mine)!.orderId}/completion`);
  });
  const settled = await becomes('settled');
  const centsOf = (wanted: string): number => settled.payments.find(({ source }) => source === wanted)?.amountCents ?? 0;
  return { awaited: ordered.status, incentiveCents: centsOf('incentive'), ownCents: centsOf('own'), receipt, status: settled.status };
}
