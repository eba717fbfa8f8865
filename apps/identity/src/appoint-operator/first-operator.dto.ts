import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { SignUpDto } from '../sign-up/sign-up.dto';

export class FirstOperatorDto extends SignUpDto {
  @ApiProperty({ description: 'From the link that is printed at the first start.' })
  @IsString()
  @Length(20, 40)
  code!: string;
}

export class FirstOperatorView {
  @ApiProperty() personId!: string;
}
