import { ApiProperty } from '@nestjs/swagger';
import { roleSchema } from '@salvatempo/contracts';
import { IsString, Length } from 'class-validator';

export class SignInDto {
  @ApiProperty({ description: 'User name, e-mail address or, for an employee, codice fiscale.', maxLength: 120 })
  @IsString()
  @Length(1, 120)
  username!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  password!: string;
}

export class RoleView {
  @ApiProperty({ enum: roleSchema.options }) role!: (typeof roleSchema.options)[number];
  @ApiProperty({ description: 'The firm or provider; `territory` for an operator.' }) organisationId!: string;
}

export class SessionView {
  @ApiProperty() personId!: string;
  @ApiProperty({ type: [RoleView] }) roles!: RoleView[];
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}

export class TokenView {
  @ApiProperty({ description: 'For the Authorization header, as Bearer. It ends as a session does.' }) accessToken!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}
