import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** What a firm declares of itself, at its registration and whenever it changes. */
export class FirmDataDto {
  @ApiProperty({ minLength: 1, maxLength: 120, example: 'Sartoria Mezzetti' })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ description: 'Employees only, the owner not counted.', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  employeesCount!: number;

  @ApiPropertyOptional({ description: 'Everybody who works there, owner and partners included; by default as many as the employees.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  occupatiCount?: number;

  @ApiProperty({ description: 'ATECO code.', example: '14.13' })
  @IsString()
  @Matches(/^\d{2}(\.\d{1,2}){0,2}$/)
  sector!: string;

  @ApiPropertyOptional({ description: 'Whether the firm is in the register of craft firms (Albo delle imprese artigiane).' })
  @IsOptional()
  @IsBoolean()
  artisan?: boolean;

  @ApiProperty({ description: 'Belfiore code of the seat’s Comune.', example: 'E648' })
  @IsString()
  @Matches(/^[A-Z]\d{3}$/)
  municipality!: string;

  @ApiPropertyOptional({ description: 'First name of the owner or legal representative; with surname and codice fiscale, or none of them.' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  ownerName?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 60)
  ownerSurname?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(16, 20)
  ownerFiscalCode?: string;

  @ApiPropertyOptional({ description: 'IBAN that the firm is paid on; spaces are ignored.' })
  @IsOptional()
  @IsString()
  @Length(15, 42)
  iban?: string;

  @ApiProperty({ description: 'The declaration that the data are true (DPR 445/2000).', enum: [true] })
  @Equals(true)
  declarationAccepted!: boolean;

  @ApiPropertyOptional({ description: 'Version of the declaration’s text that was shown; by default the one in force.', example: '2026-01' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d{2}$/)
  declarationVersion?: string;
}

export class RegisterFirmDto extends FirmDataDto {
  @ApiProperty({ description: 'Partita IVA; spaces and a leading IT are ignored.', example: '00743110157' })
  @IsString()
  @Length(11, 20)
  vatNumber!: string;
}
