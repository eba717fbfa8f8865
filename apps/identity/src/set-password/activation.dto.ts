import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, Length, Matches } from 'class-validator';

export class ActivationDto {
  @ApiProperty({ description: 'Codice fiscale, as on the card.', example: 'RSSMRA85T10A562S' })
  @IsString()
  @Length(16, 24)
  @Matches(/^[A-Za-z0-9 ]*$/)
  fiscalCode!: string;

  @ApiProperty({ description: 'Code on the firm’s sheet; spaces and dashes are ignored.', example: 'A1B2C-3D4E5' })
  @IsString()
  @Length(10, 40)
  code!: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @Length(10, 200)
  password!: string;

  @ApiPropertyOptional({ description: 'For notices; nobody else sees it.', maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(3, 120)
  @IsEmail()
  email?: string;
}

export class ActivationView {
  @ApiProperty() personId!: string;
}
