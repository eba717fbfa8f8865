import { voucherIssued } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { cancelled, HOLDER, issued, redeemed, vouchers } from '../domain/voucher.fixture';

const AT = '2026-11-01T08:00:00.000Z';
const cancel = { type: 'cancel-voucher', data: { personId: HOLDER, firmIds: [] as string[] } };

describe('cancel a voucher', () => {
  it('cancels it before its use, for its holder', () => {
    given(vouchers, [issued()]).when(cancel, { at: AT }).then([cancelled(AT)]);
  });

  it('refuses anybody else', () => {
    given(vouchers, [issued()]).when({ ...cancel, data: { personId: 'per_other', firmIds: [issued().data.firmId] } }, { at: AT }).then({ code: 'voucher-not-holder' });
  });

  it('cancels an owner’s order receipt for the firm’s administrator too, and for no other firm’s', () => {
    const receipt = voucherIssued.of({ ...issued().data, receipt: 'order' });
    const by = (firmId: string) => ({ ...cancel, data: { personId: 'per_admin', firmIds: [firmId] } });
    given(vouchers, [receipt]).when(by(issued().data.firmId), { at: AT }).then([cancelled(AT)]);
    given(vouchers, [receipt]).when(by('com_other'), { at: AT }).then({ code: 'voucher-not-holder' });
  });

  it('refuses one that was used, whose money is on its way to the provider', () => {
    given(vouchers, [issued(), redeemed(AT)]).when(cancel, { at: AT }).then({ code: 'voucher-already-redeemed', params: { redeemedAt: AT } });
  });

  it('refuses a second time, and one that never was', () => {
    given(vouchers, [issued(), cancelled(AT)]).when(cancel, { at: AT }).then({ code: 'voucher-cancelled', params: { cancelledAt: AT } });
    given(vouchers, []).when(cancel).then({ code: 'voucher-not-found' });
  });
});
