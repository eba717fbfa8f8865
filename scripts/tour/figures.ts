import type { ApiClient } from './api-client';
import { atRest, type Told } from './at-rest';
import type { JourneyEnd } from './journey';
import type { Payment } from './purchases';

export interface Figures {
  readonly payments: readonly (Payment & { readonly purchase: string })[];
  readonly fund: { readonly budgetCents: number; readonly committedCents: number; readonly paidCents: number; readonly freeCents: number };
  readonly statement: { readonly dueCents: number };
  readonly firmOwes: { readonly cents: number };
}

/** What the journey must end with (to the cent). */
const RIGHT = {
  payments: 'incentive 2800 paid, credit 1200 paid, incentive 2800 released, credit 1200 released, incentive 2800 released, credit 1200 released',
  fund: { budgetCents: 5_000_000, committedCents: 97_200, paidCents: 2_800, freeCents: 4_900_000 },
  dueCents: 4_000,
  owesCents: 1_200,
} as const;

/** Reads every figure from the API, once they have come to rest or the time for that is over. */
export const readFigures = (operator: ApiClient, end: JourneyEnd): Promise<Told<Figures>> => atRest('the figures', () => read(operator, end), wrongWith);

async function read(operator: ApiClient, { firm, cooperative, callId, purchases }: JourneyEnd): Promise<Figures> {
  const payments: (Payment & { purchase: string })[] = [];
  for (const { purchaseId } of purchases) {
    const purchase = await firm.employee.get<{ payments: readonly Payment[] }>(`/api/marketplace/purchases/${purchaseId}`);
    payments.push(...purchase.payments.map(({ source, amountCents, status }) => ({ purchase: purchaseId, source, amountCents, status })));
  }
  const { fund } = await operator.get<{ fund: Figures['fund'] }>(`/api/programmes/calls/${callId}`);
  const { items } = await cooperative.manager.get<{ items: readonly { dueCents: number }[] }>(`/api/providers/${cooperative.providerId}/statements`);
  const { owesCents } = await firm.owner.get<{ owesCents: number }>(`/api/benefits/bills/${firm.firmId}`);
  const { budgetCents, committedCents, paidCents, freeCents } = fund;
  return {
    payments,
    fund: { budgetCents, committedCents, paidCents, freeCents },
    statement: { dueCents: items.reduce((sum, statement) => sum + statement.dueCents, 0) },
    firmOwes: { cents: owesCents },
  };
}

function wrongWith({ payments, fund, statement, firmOwes }: Figures): readonly string[] {
  const wrong: string[] = [];
  const paid = payments.map(({ source, amountCents, status }) => `${source} ${amountCents} ${status}`).join(', ');
  if (paid !== RIGHT.payments) wrong.push(`payments are ${paid}`);
  if (JSON.stringify(fund) !== JSON.stringify(RIGHT.fund)) wrong.push(`the fund is ${JSON.stringify(fund)}`);
  if (statement.dueCents !== RIGHT.dueCents) wrong.push(`the statement is ${statement.dueCents}`);
  if (firmOwes.cents !== RIGHT.owesCents) wrong.push(`the firm owes ${firmOwes.cents}`);
  return wrong;
}
