import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { membersOn, type KnownNetwork } from '../domain/network';

export class MembershipView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'The firm’s.' }) name!: string;
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiPropertyOptional({ format: 'date' }) lastDay?: string;
}

export class NetworkView {
  @ApiProperty() networkId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['rete-contratto', 'rete-soggetto'] }) kind!: string;
  @ApiProperty() programme!: string;
  @ApiProperty() commonFund!: boolean;
  @ApiPropertyOptional() bodyFirmId?: string;
  @ApiPropertyOptional({ description: 'Of the firm that is the common body.' }) bodyName?: string;
  @ApiProperty({ type: [MembershipView], description: 'All that there were and are.' }) members!: MembershipView[];
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: [String], description: 'Firms that are members in force on that day.' }) inForce!: string[];
}

export class NetworkChangeView {
  @ApiProperty() networkId!: string;
  @ApiPropertyOptional() firmId?: string;
  @ApiPropertyOptional({ format: 'date' }) firstDay?: string;
  @ApiPropertyOptional({ format: 'date' }) lastDay?: string;
}

/** A network as people see it on a day in Rome; firms' names by their ids. */
export const networkView = ({ status: _, members, ...facts }: KnownNetwork, programme: string, on: string, names: ReadonlyMap<string, string>): NetworkView => ({
  ...facts,
  ...(facts.bodyFirmId !== undefined && { bodyName: names.get(facts.bodyFirmId) ?? '' }),
  programme,
  members: members.map((member) => ({ ...member, name: names.get(member.firmId) ?? '' })),
  on,
  inForce: [...membersOn({ members }, on)],
});
