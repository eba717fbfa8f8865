import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fillText, problems } from '@salvatempo/contracts';
import { paymentsOf, shownStatus } from '../domain/payments';
import type { Started } from '../domain/purchase';

export class PaymentView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ enum: ['incentive', 'credit', 'own'], description: 'own: the owner of a firm, by a transfer.' }) source!: 'incentive' | 'credit' | 'own';
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Minutes of credit in hours that pay it, where they do.' }) minutes?: number;
  @ApiProperty({ enum: ['asked', 'held', 'paid', 'released'] }) status!: 'asked' | 'held' | 'paid' | 'released';
}

export class RefusalView {
  @ApiProperty({ description: 'A published problem code.' }) code!: string;
  @ApiProperty({ description: 'Why, in Italian.' }) detail!: string;
  @ApiProperty({ description: 'Why, in English.' }) detailEn!: string;
}

export class TransferView {
  @ApiProperty({ description: 'Sixteen digits to be written on the transfer.', example: '1234567890123456' }) reference!: string;
  @ApiProperty({ description: 'Euro cents to be transferred.' }) amountCents!: number;
  @ApiProperty({ format: 'date-time', description: 'Until then it must have come.' }) dueAt!: string;
  @ApiProperty({ description: 'Euro cents that came and pay a part of the purchase.' }) receivedCents!: number;
  @ApiProperty({ description: 'Euro cents that came and pay for nothing: they are owed back.' }) owedBackCents!: number;
  @ApiProperty({ description: 'Euro cents that were sent back.' }) paidBackCents!: number;
}

export class PurchaseView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({
    enum: ['pending', 'awaiting-transfer', 'active', 'redeemed', 'settling', 'settled', 'refused', 'cancelled', 'expired'],
    description: 'pending: being decided. awaiting-transfer: everything is held, and the owner has to transfer their part. active: the voucher can be used. redeemed: the work is to be done. settled: paid.',
  })
  status!: string;
  @ApiProperty() offerId!: string;
  @ApiProperty() providerId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Euro cents.' }) totalCents!: number;
  @ApiProperty({ type: [PaymentView] }) payments!: PaymentView[];
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was asked for; in lists only.' }) requestedAt?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'As it was bought; the voucher itself says what holds now. Unknown while a transfer is awaited.' }) voucherExpiresAt?: string;
  @ApiPropertyOptional({ type: TransferView, description: 'Of what an owner buys for themself, where the incentive doesn’t pay all.' }) transfer?: TransferView;
  @ApiPropertyOptional() voucherId?: string;
  @ApiPropertyOptional({ type: RefusalView }) refusal?: RefusalView;
}

export class PurchasePage {
  @ApiProperty({ type: [PurchaseView] }) items!: PurchaseView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** A purchase as people see it. */
export function purchaseView(state: Started, purchaseId: string): PurchaseView {
  const { offerId, providerId, firmId, personId, title, totalCents, voucherExpiresAt, voucherId, refusal } = state;
  const transfer = transferView(state);
  const text = refusal && problems[refusal.code];
  return {
    purchaseId,
    status: shownStatus(state.status, state.endedBy),
    offerId,
    providerId,
    firmId,
    personId,
    title,
    totalCents,
    payments: paymentsOf(state).map((payment) => ({ purchaseId, ...payment })),
    ...(voucherExpiresAt === undefined ? {} : { voucherExpiresAt }),
    ...(transfer && { transfer }),
    ...(voucherId === undefined ? {} : { voucherId }),
    ...(refusal && { refusal: { code: refusal.code, detail: text ? fillText(text.it, refusal.params) : refusal.code, detailEn: text ? fillText(text.en, refusal.params) : refusal.code } }),
  };
}

function transferView({ own, transfers }: Started): TransferView | undefined {
  if (!own || !transfers || own.amountCents === 0) return undefined;
  const { reference, amountCents, dueAt } = own;
  const { receivedCents, owedBackCents, paidBackCents } = transfers;
  return { reference, amountCents, dueAt, receivedCents, owedBackCents, paidBackCents };
}
