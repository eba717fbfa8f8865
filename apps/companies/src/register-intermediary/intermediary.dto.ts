import { ApiProperty } from '@nestjs/swagger';
import type { IntermediaryKind } from '@salvatempo/contracts';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { PERSON_NAME } from '../domain/person-name';

const KINDS: IntermediaryKind[] = ['adviser', 'association'];

export class RegisterIntermediaryDto {
  @ApiProperty({ enum: KINDS, description: 'An adviser (consulente) or an association of employers.' })
  @IsIn(KINDS)
  kind!: IntermediaryKind;

  @ApiProperty({ minLength: 1, maxLength: 120, example: 'Studio Bertolazzi' })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ description: 'Partita IVA, or the codice fiscale of 11 digits of an association without one; spaces and a leading IT are ignored.', example: '00743110157' })
  @IsString()
  @Length(11, 20)
  vatNumber!: string;
}

export class AddIntermediaryMemberDto {
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
}
