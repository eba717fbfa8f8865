import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

/** A name, or an e-mail address. */
export const USERNAME = /^\s*[\p{L}\p{N}._+-]{1,64}(@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,5})?\s*$/u;

export class SignUpDto {
  @ApiProperty({ description: 'An e-mail address (notices go there), or a name of letters, digits, full stops and dashes.', minLength: 3, maxLength: 120, example: 'ilaria@sartoria.example' })
  @IsString()
  @Length(3, 120)
  @Matches(USERNAME)
  username!: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @Length(10, 200)
  password!: string;
}
