import { voucherIssued, type DataOf, type VoucherTerms } from '@salvatempo/contracts';
import { refuse, type Instant, type Refused } from '@salvatempo/kernel';

export type { VoucherTerms };

/** One voucher (docs/rules, vouchers). It ends redeemed, cancelled or expired, and never changes its holder (V1, V2). */
export type Voucher =
  | { readonly status: 'absent' }
  | (DataOf<typeof voucherIssued> & { readonly status: 'issued' })
  | (DataOf<typeof voucherIssued> & { readonly status: 'redeemed'; readonly redeemedAt: Instant })
  | (DataOf<typeof voucherIssued> & { readonly status: 'cancelled'; readonly cancelledAt: Instant })
  | (DataOf<typeof voucherIssued> & { readonly status: 'expired' });

export type Issued = Exclude<Voucher, { status: 'absent' }>;

export const voucher = {
  service: 'vouchers',
  name: 'voucher',
  prefix: 'vou',
  schema: 1,
  initial: { status: 'absent' } as Voucher,
  deadline: (state: Voucher): Instant | undefined => (state.status === 'issued' ? state.expiresAt : undefined),
};

/** Why a voucher that isn't `issued` any more, or whose time is over at `at`, can't be used; undefined if it can. */
export function whyUnusable(state: Issued, at: Instant): Refused | undefined {
  switch (state.status) {
    case 'redeemed':
      return refuse('voucher-already-redeemed', { redeemedAt: state.redeemedAt });
    case 'cancelled':
      return refuse('voucher-cancelled', { cancelledAt: state.cancelledAt });
    case 'expired':
      return refuse('voucher-expired', { expiresAt: state.expiresAt });
    case 'issued':
      return at >= state.expiresAt ? refuse('voucher-expired', { expiresAt: state.expiresAt }) : undefined;
  }
}
