import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { voucherRedeemed, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, organisationsOf, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf, TerritoryKeys } from '@salvatempo/runtime';
import { normaliseCode, voucherIdOf } from '../domain/voucher-codes';
import { voucher, type Voucher } from '../domain/voucher';
import type { RedeemVoucher } from './redeem-voucher.decider';
import { RedeemVoucherDto, RedemptionView } from './redeem-voucher.dto';

@ApiTags('vouchers')
@Controller('api/vouchers')
export class RedeemVoucherController {
  constructor(
    @Inject(runnerOf(voucher)) private readonly vouchers: AggregateRunner<Voucher>,
    @Inject(TerritoryKeys) private readonly keys: TerritoryKeys,
  ) {}

  /** Redeems a voucher for its named holder. A second time answers 409 with what happened the first time. */
  @Post('redemptions')
  @Allow('provider-admin')
  @ApiOkResponse({ type: RedemptionView })
  async redeem(@Body() body: RedeemVoucherDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RedemptionView>> {
    const [providerId] = organisationsOf(who, 'provider-admin');
    if (providerId === undefined) throw new ProblemError('not-allowed');
    const data: RedeemVoucher = { providerId, holderPersonId: this.keys.personId(body.holderFiscalCode), redeemedBy: who.personId };
    const outcome = await this.vouchers.execute(voucherIdOf(normaliseCode(body.code)), { type: 'redeem-voucher', data }, cause);
    const { events, sequence } = decided(outcome, firstRedemption);
    const { voucherId, purchaseId, valueCents, redeemedAt } = events[0]!.data as DataOf<typeof voucherRedeemed>;
    return { status: 200, body: { voucherId, purchaseId, valueCents, redeemedAt }, position: `${voucherId}:${sequence}` };
  }
}

/** What a refused second redemption is told of the first. */
function firstRedemption(state: Voucher): { extra?: Record<string, unknown> } {
  if (state.status !== 'redeemed') return {};
  const { voucherId, purchaseId, valueCents, redeemedAt } = state;
  return { extra: { firstRedemption: { voucherId, purchaseId, valueCents, redeemedAt } satisfies RedemptionView } };
}
