import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Equals, IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PERSON_NAME } from '../domain/person-name';
import { RELATIONS } from './family-relations.table';

export class DeclareMemberDto {
  @ApiProperty({ enum: RELATIONS, description: 'What the relative is to the employee; people who live together without marriage or civil union are no relatives here.' })
  @IsIn(RELATIONS as string[])
  relation!: string;

  @ApiProperty()
  @Matches(PERSON_NAME)
  name!: string;

  @ApiProperty()
  @Matches(PERSON_NAME)
  surname!: string;

  @ApiProperty()
  @IsString()
  @Length(16, 20)
  fiscalCode!: string;

  @ApiProperty({ format: 'date' })
  @Matches(DATE)
  birthDate!: string;

  @ApiProperty({ description: 'Whether the relative is fiscally dependent on the employee (a carico).' })
  @IsBoolean()
  dependent!: boolean;

  @ApiProperty({ description: 'Whether the relative lives with the employee.' })
  @IsBoolean()
  cohabiting!: boolean;

  @ApiProperty({ format: 'date', description: 'Since when both hold; not in the future.' })
  @Matches(DATE)
  from!: string;

  @ApiProperty({ description: 'The declaration `family-member` (DPR 445/2000).', enum: [true] })
  @Equals(true)
  declarationAccepted!: boolean;

  @ApiPropertyOptional({ description: 'Version of the declaration’s text that was shown; by default the one in force.', example: '2026-01' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d{2}$/)
  declarationVersion?: string;
}
