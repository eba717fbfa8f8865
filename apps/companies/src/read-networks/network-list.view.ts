import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { membersOn } from '../domain/network';
import type { NetworkRow } from './network-list.projection';

export class NetworkSummary {
  @ApiProperty() networkId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['rete-contratto', 'rete-soggetto'] }) kind!: 'rete-contratto' | 'rete-soggetto';
  @ApiProperty() commonFund!: boolean;
  @ApiPropertyOptional() bodyFirmId?: string;
  @ApiProperty({ description: 'Firms that are members in force today.' }) membersInForce!: number;
}

export class NetworkPage {
  @ApiProperty({ type: [NetworkSummary] }) items!: NetworkSummary[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** A network in a list on a day in Rome. */
export const networkSummary = ({ networkId, title, kind, commonFund, bodyFirmId, members }: NetworkRow, today: string): NetworkSummary => ({
  networkId,
  title,
  kind,
  commonFund,
  ...(bodyFirmId !== undefined && { bodyFirmId }),
  membersInForce: membersOn({ members }, today).length,
});
