import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

export class RegisterFirmDto {
  @ApiProperty({ minLength: 1, maxLength: 120, example: 'Sartoria Mezzetti' })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ description: 'Partita IVA; spaces and a leading IT are ignored.', example: '00743110157' })
  @IsString()
  @Length(11, 20)
  vatNumber!: string;

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

  @ApiProperty({ description: 'Belfiore code of the seat’s Comune.', example: 'E648' })
  @IsString()
  @Matches(/^[A-Z]\d{3}$/)
  municipality!: string;

  @ApiProperty({ description: 'The declaration that the data are true (DPR 445/2000).', enum: [true] })
  @Equals(true)
  declarationAccepted!: boolean;
}
