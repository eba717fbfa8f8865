import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, Who, type Principal } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { RESIDUE_POLICIES } from '../publish-plan/plan-terms.dto';
import { FirmPageQueryDto } from '../read-accounts/firm-query.dto';
import { residues, type ResidueRow } from './residues.projection';

export class ResidueView {
  @ApiProperty({ description: '`YYYY-MM` in Rome.' }) month!: string;
  @ApiProperty() planId!: string;
  @ApiProperty({ enum: RESIDUE_POLICIES, description: 'What became of it.' }) policy!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
}

export class AccountResiduesView {
  @ApiProperty() accountId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty({ type: [ResidueView] }) sums!: ResidueView[];
}

export class ResiduePage {
  @ApiProperty({ type: [AccountResiduesView] }) items!: AccountResiduesView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

@ApiTags('benefits')
@Controller('api/benefits/residues')
export class ReadResiduesController {
  constructor(@Inject(readerOf(residues)) private readonly rows: RowReader<ResidueRow>) {}

  /** What became of credit that a firm's people left, by account, month, plan and policy; of what is to be paid to pension funds too. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: ResiduePage })
  async ofFirm(@Who() who: Principal, @Query() { firmId, limit, after }: FirmPageQueryDto): Promise<ResiduePage> {
    const tenant = firmId ?? organisationsOf(who, 'firm-admin')[0]!;
    authorise(benefitsPolicy(who), 'read', 'Plan', { firmId: tenant });
    const { items, next } = await this.rows.page({ tenancy: { tenant }, limit, ...(after === undefined ? {} : { after }) });
    return { items: items.map(({ accountId, personId, sums }) => ({ accountId, personId, sums: [...sums] })), ...(next === undefined ? {} : { next }) };
  }
}
