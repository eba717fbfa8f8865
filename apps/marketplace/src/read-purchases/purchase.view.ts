import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fillText, problems } from '@salvatempo/contracts';
import { paymentsOf, shownStatus } from '../domain/payments';
import type { Started } from '../domain/purchase';

export class PaymentView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({ enum: ['incentive', 'credit'] }) source!: 'incentive' | 'credit';
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ enum: ['asked', 'held', 'paid', 'released'] }) status!: 'asked' | 'held' | 'paid' | 'released';
}

export class RefusalView {
  @ApiProperty({ description: 'A published problem code.' }) code!: string;
  @ApiProperty({ description: 'Why, in Italian.' }) detail!: string;
  @ApiProperty({ description: 'Why, in English.' }) detailEn!: string;
}

export class PurchaseView {
  @ApiProperty() purchaseId!: string;
  @ApiProperty({
    enum: ['pending', 'active', 'redeemed', 'settling', 'settled', 'refused', 'cancelled', 'expired'],
    description: 'pending: being decided. active: the voucher can be used. redeemed: the work is to be done. settled: paid.',
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
  @ApiProperty({ format: 'date-time', description: 'As it was bought; the voucher itself says what holds now.' }) voucherExpiresAt!: string;
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
    voucherExpiresAt,
    ...(voucherId === undefined ? {} : { voucherId }),
    ...(refusal && { refusal: { code: refusal.code, detail: text ? fillText(text.it, refusal.params) : refusal.code, detailEn: text ? fillText(text.en, refusal.params) : refusal.code } }),
  };
}
