import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const KINDS = ['rete-contratto', 'rete-soggetto'];

export class FormNetworkDto {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  title!: string;

  @ApiProperty({ enum: KINDS, description: 'Only a rete-soggetto is a legal person.' })
  @IsIn(KINDS)
  kind!: 'rete-contratto' | 'rete-soggetto';

  @ApiProperty({ description: 'The common programme: aims, how progress is measured, rights and duties.', maxLength: 5_000 })
  @IsString()
  @Length(1, 5_000)
  programme!: string;

  @ApiProperty({ description: 'Whether the contract has a common fund.' })
  @IsBoolean()
  commonFund!: boolean;

  @ApiPropertyOptional({ description: 'The firm that acts as the common body, where there is one.' })
  @IsOptional()
  @Matches(ANY_ID)
  bodyFirmId?: string;
}

export class JoinNetworkDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ format: 'date', description: 'Day of the entry in the register of firms.' })
  @Matches(DATE)
  firstDay!: string;
}

export class LeaveNetworkDto {
  @ApiProperty({ format: 'date', description: 'The firm is still a member on it.' })
  @Matches(DATE)
  lastDay!: string;
}

export class NetworkQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'The day in Rome on which members are asked for; today by default.' })
  @IsOptional()
  @Matches(DATE)
  on?: string;
}
