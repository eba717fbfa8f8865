import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

export class RegisterProviderDto {
  @ApiProperty({ minLength: 1, maxLength: 120, example: 'Cooperativa L’Aquilone' })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ description: 'Partita IVA; spaces and a leading IT are ignored.', example: '00743110157' })
  @IsString()
  @Length(11, 20)
  vatNumber!: string;
}
