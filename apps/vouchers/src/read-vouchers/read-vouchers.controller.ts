import { Controller, Get, Header, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, readerOf, runnerOf, TerritoryKeys } from '@salvatempo/runtime';
import { toString as qrText } from 'qrcode';
import { CODE_LENGTH, groupedCode } from '../domain/voucher-codes';
import { voucher, type Issued, type Voucher } from '../domain/voucher';
import { isHolder, vouchersPolicy } from '../vouchers.policy';
import { voucherList, type VoucherRow } from './voucher-list.projection';
import { VoucherPage, VoucherView } from './voucher.view';

@ApiTags('vouchers')
@Controller('api/vouchers')
export class ReadVouchersController {
  constructor(
    @Inject(runnerOf(voucher)) private readonly vouchers: AggregateRunner<Voucher>,
    @Inject(readerOf(voucherList)) private readonly list: RowReader<VoucherRow>,
    @Inject(TerritoryKeys) private readonly keys: TerritoryKeys,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** The caller's own vouchers, newest first. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: VoucherPage })
  async mine(@Who() who: Principal, @Query() query: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<VoucherPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: who.personId }, limit: query.limit, newestFirst: true, ...(query.after === undefined ? {} : { after: query.after }) });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row, row.endedAt, who))) };
  }

  @Get(':voucherId')
  @Allow()
  @ApiOkResponse({ type: VoucherView })
  async one(@Param('voucherId') voucherId: string, @Who() who: Principal): Promise<VoucherView> {
    const state = await this.visible(voucherId, who);
    return this.view(state, endedAt(state), who);
  }

  /** The code as a QR, for the holder. */
  @Get(':voucherId/qr.svg')
  @Allow('employee', 'firm-admin')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'private, no-store')
  async qr(@Param('voucherId') voucherId: string, @Who() who: Principal): Promise<string> {
    const state = await this.visible(voucherId, who);
    const code = this.codeFor(state, who);
    if (code === undefined) throw new ProblemError('voucher-not-found');
    return qrText(code, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  }

  private async visible(voucherId: string, who: Principal): Promise<Issued> {
    const found = await this.vouchers.load(voucherId);
    if (!found || found.state.status === 'absent') throw new ProblemError('voucher-not-found');
    authorise(vouchersPolicy(who), 'read', 'Voucher', found.state);
    return found.state;
  }

  private codeFor(state: Issued | VoucherRow, who: Principal): string | undefined {
    if (state.status !== 'issued' || !isHolder(state, who)) return undefined;
    return this.keys.code('voucher-code', state.purchaseId, CODE_LENGTH);
  }

  private async view(state: Issued | VoucherRow, ended: string | undefined, who: Principal): Promise<VoucherView> {
    const [holder, firm, provider] = await Promise.all([
      this.directory.person(state.holderPersonId, state.firmId),
      this.directory.organisation(state.firmId),
      this.directory.organisation(state.providerId),
    ]);
    const code = this.codeFor(state, who);
    return {
      voucherId: state.voucherId,
      purchaseId: state.purchaseId,
      status: state.status,
      title: state.title,
      valueCents: state.valueCents,
      ...(state.taxLetter === undefined ? {} : { taxLetter: state.taxLetter }),
      ...(state.receipt === undefined ? {} : { receipt: state.receipt }),
      holderPersonId: state.holderPersonId,
      firmId: state.firmId,
      providerId: state.providerId,
      issuedAt: state.issuedAt,
      expiresAt: state.expiresAt,
      ...(ended === undefined ? {} : { endedAt: ended }),
      ...(code === undefined ? {} : { code: groupedCode(code) }),
      ...(holder && { holderName: holder.name, holderFiscalCodeTail: holder.fiscalCodeTail }),
      ...(firm && { firmName: firm.name }),
      ...(provider && { providerName: provider.name, providerVatNumber: provider.vatNumber }),
    };
  }
}

function endedAt(state: Issued): string | undefined {
  if (state.status === 'redeemed') return state.redeemedAt;
  if (state.status === 'cancelled') return state.cancelledAt;
  return state.status === 'expired' ? state.expiresAt : undefined;
}
