import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PurchasePage } from '../read-purchases/purchase.view';

export class OwnPurchasesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Only for somebody who has several firms.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;
}

export class TransfersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['awaited', 'owed-back'], description: 'What is to be done; without it and without a reference, what is awaited.' })
  @IsOptional()
  @IsIn(['awaited', 'owed-back'])
  task?: 'awaited' | 'owed-back';

  @ApiPropertyOptional({ description: 'The sixteen digits on the transfer, with or without spaces; finds it whatever its state.', example: '1234 5678 9012 3456' })
  @IsOptional()
  @Matches(/^\s*(?:\d\s*){16}$/)
  reference?: string;
}

export class PayToView {
  @ApiPropertyOptional({ description: 'Whom the transfer goes to.' }) payee?: string;
  @ApiPropertyOptional({ description: 'Account that the transfer goes to.' }) iban?: string;
}

export class OwnPurchasePage extends PurchasePage {
  @ApiPropertyOptional({ type: PayToView, description: 'Whom transfers go to, where the territory has said so.' }) payTo?: PayToView;
}
