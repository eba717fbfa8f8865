import { voucherRedeemed } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { cancelled, expired, HOLDER, issued, PROVIDER, redeemed, vouchers, VOUCHER } from '../domain/voucher.fixture';

const redeem = { type: 'redeem-voucher', data: { providerId: PROVIDER, holderPersonId: HOLDER, redeemedBy: 'per_clerk' } };
const BEFORE = '2026-11-01T08:00:00.000Z';

describe('redeem a voucher', () => {
  it('redeems it whole, for its named holder', () => {
    given(vouchers, [issued()])
      .when(redeem, { at: BEFORE })
      .then([
        voucherRedeemed.of({
          voucherId: VOUCHER,
          purchaseId: issued().data.purchaseId,
          holderPersonId: HOLDER,
          providerId: PROVIDER,
          offerId: issued().data.offerId,
          valueCents: 4_000,
          redeemedAt: BEFORE,
          redeemedBy: 'per_clerk',
        }),
      ]);
  });

  it('refuses another person, even with the right code', () => {
    const command = { ...redeem, data: { ...redeem.data, holderPersonId: 'per_other' } };
    given(vouchers, [issued()]).when(command, { at: BEFORE }).then({ code: 'voucher-wrong-holder' });
  });

  it('refuses another provider before it says anything about the holder', () => {
    const command = { ...redeem, data: { ...redeem.data, providerId: 'prv_other', holderPersonId: 'per_other' } };
    given(vouchers, [issued()]).when(command, { at: BEFORE }).then({ code: 'voucher-wrong-provider' });
  });

  it('redeems once', () => {
    given(vouchers, [issued(), redeemed(BEFORE)])
      .when(redeem, { at: '2026-11-02T08:00:00.000Z' })
      .then({ code: 'voucher-already-redeemed', params: { redeemedAt: BEFORE } });
  });

  it('refuses a cancelled one, an expired one, and one that never was', () => {
    given(vouchers, [issued(), cancelled(BEFORE)]).when(redeem, { at: BEFORE }).then({ code: 'voucher-cancelled', params: { cancelledAt: BEFORE } });
    const { expiresAt } = issued().data;
    given(vouchers, [issued(), expired()]).when(redeem, { at: expiresAt }).then({ code: 'voucher-expired', params: { expiresAt } });
    given(vouchers, []).when(redeem).then({ code: 'voucher-not-found' });
  });

  it('is over at its last instant, although nobody has written it down yet', () => {
    const { expiresAt } = issued().data;
    given(vouchers, [issued()]).when(redeem, { at: expiresAt }).then({ code: 'voucher-expired', params: { expiresAt } });
  });
});
