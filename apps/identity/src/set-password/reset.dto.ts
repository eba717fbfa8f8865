import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ResetRequestDto {
  @ApiProperty({ description: 'User name, e-mail address or codice fiscale.', maxLength: 120 })
  @IsString()
  @Length(1, 120)
  username!: string;
}

export class ResetDto {
  @ApiProperty({ description: 'User name, e-mail address or codice fiscale.', maxLength: 120 })
  @IsString()
  @Length(1, 120)
  username!: string;

  @ApiProperty({ description: 'Code from the mail, or from the firm’s sheet.' })
  @IsString()
  @Length(10, 40)
  code!: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @Length(10, 200)
  password!: string;
}

export class ResetRequestView {
  @ApiProperty({ enum: ['requested'], description: 'The same whether or not there is such a person.' }) status!: string;
}

export class ResetView {
  @ApiProperty({ enum: ['changed'] }) status!: string;
}
