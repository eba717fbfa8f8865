import { Controller, Get, Headers, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, organisationsOf, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { isTransferReference } from '@salvatempo/kernel';
import type { Page, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import type { PurchaseRow } from '../read-purchases/purchase-list.projection';
import { PurchasePage, purchaseView } from '../read-purchases/purchase.view';
import { OwnPurchasePage, OwnPurchasesQueryDto, TransfersQueryDto } from './own-purchases.dto';
import { ownPurchases } from './own-purchases.projection';

@ApiTags('marketplace')
@Controller('api/marketplace')
export class OwnPurchasesController {
  constructor(
    @Inject(readerOf(ownPurchases)) private readonly list: RowReader<PurchaseRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** What was bought for the owner of the caller's firm, newest first. */
  @Get('own-purchases')
  @Allow('firm-admin')
  @ApiOkResponse({ type: OwnPurchasePage })
  async ofFirm(@Query() { firmId: wanted, limit, after }: OwnPurchasesQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<OwnPurchasePage> {
    const firmIds = organisationsOf(who, 'firm-admin');
    const tenant = wanted ?? firmIds[0];
    if (tenant === undefined || !firmIds.includes(tenant)) throw new ProblemError('not-allowed');
    await this.caughtUp(position);
    const page = await this.list.page({ tenancy: { tenant }, limit, newestFirst: true, ...(after !== undefined && { after }) });
    const { transferTo } = this.ports;
    return { ...shown(page), ...(transferTo && { payTo: transferTo }) };
  }

  /** Transfers of owners that are awaited or owed back, oldest first, or the one of a reference. A reference with a slip of the pen is refused. */
  @Get('transfers')
  @Allow('operator')
  @ApiOkResponse({ type: PurchasePage })
  async transfers(@Query() { task, reference, limit, after }: TransfersQueryDto, @Headers('salvatempo-position') position?: string): Promise<PurchasePage> {
    const digits = reference?.replace(/\s/g, '');
    if (digits !== undefined && !isTransferReference(digits))
      throw new ProblemError('invalid-request', { errors: [{ field: 'reference', code: 'transfer-reference', message: 'Il riferimento non è giusto: controllare le 16 cifre.' }] });
    await this.caughtUp(position);
    const where: Record<string, string> = digits === undefined ? { task: task ?? 'awaited' } : { reference: digits };
    return shown(await this.list.page({ tenancy: { wholeTerritory: true }, where, limit, ...(after !== undefined && { after }) }));
  }

  private async caughtUp(position: string | undefined): Promise<void> {
    await this.list.caughtUp(positionOf(position));
  }
}

const shown = (page: Page<PurchaseRow>): PurchasePage => ({
  ...page,
  items: page.items.map((row) => ({ ...purchaseView(row, row.purchaseId), requestedAt: row.requestedAt })),
});
