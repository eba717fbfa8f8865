import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { IsIn, IsOptional } from 'class-validator';

const STANDINGS = ['regular', 'in-arrears', 'in-default'] as const;

export class GuaranteeView {
  @ApiProperty({ description: 'Euro cents.' }) guaranteeCents!: number;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) setAt!: string;
}

class CoverFiguresView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'All that the firm transferred, in euro cents. It and the guarantee used are the credit given, what is free and what is set aside, always.' }) receivedCents!: number;
  @ApiProperty({ description: 'Transferred and paying for nothing yet, in euro cents.' }) freeCents!: number;
  @ApiProperty({ description: 'Transferred for credit that waits for the rest, in euro cents.' }) setAsideCents!: number;
  @ApiProperty({ description: 'Credit given, less what was taken back or reimbursed by the firm itself, in euro cents.' }) creditedCents!: number;
  @ApiProperty({ description: 'Credit given that no transfer has paid, in euro cents.' }) guaranteeUsedCents!: number;
  @ApiProperty({ enum: STANDINGS, description: '`in-arrears`: new credit waits for its transfer; `in-default`: nothing new is bought with credit that isn’t paid.' }) standing!: string;
}

export class CoverView extends CoverFiguresView {
  @ApiProperty({ description: 'Credit that may be given before it is paid, in euro cents.' }) guaranteeCents!: number;
  @ApiProperty({ description: 'Whether an operator set the guarantee for this firm.' }) isOwnGuarantee!: boolean;
  @ApiProperty({ description: 'Of the credit given, what was bought with it so far, in euro cents.' }) spentCents!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the first of what isn’t paid is due.' }) dueAt?: string;
}

export class FirmCoverView extends CoverFiguresView {
  @ApiPropertyOptional({ description: 'The firm’s name, where its service answers.' }) name?: string;
  @ApiProperty({ type: [GuaranteeView], description: 'Newest first.' }) guarantees!: GuaranteeView[];
}

export class FirmCoverPage {
  @ApiProperty({ type: [FirmCoverView] }) items!: FirmCoverView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class FirmCoversQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STANDINGS })
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: string;
}

export class PayToView {
  @ApiProperty() payee!: string;
  @ApiProperty() iban!: string;
}

export class ProformaView {
  @ApiProperty({ description: 'Sixteen digits to be written on the transfer, the last two checking the others.' }) reference!: string;
  @ApiProperty({ description: 'A firm’s pro-formas count from 1.' }) ordinal!: number;
  @ApiProperty() firmId!: string;
  @ApiProperty() runId!: string;
  @ApiProperty({ format: 'date' }) issuedOn!: string;
  @ApiProperty({ description: 'Asked for when it was issued, in euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'Still to be transferred, in euro cents; less than the amount also where credit was taken back.' }) leftCents!: number;
  @ApiProperty({ enum: ['waiting', 'given', 'paid', 'cancelled'], description: '`waiting`: nobody can spend the credit yet; `given`: within the guarantee; `cancelled`: the firm called it off, and nothing is to be transferred.' }) status!: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Of credit that was given and isn’t paid.' }) dueAt?: string;
}

export class ProformaPage {
  @ApiProperty({ type: [ProformaView] }) items!: ProformaView[];
  @ApiPropertyOptional({ type: PayToView, description: 'Whom to transfer to, where the territory has said so.' }) payTo?: PayToView;
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class FirmTransferView {
  @ApiProperty() lineId!: string;
  @ApiProperty({ format: 'date' }) bookedOn!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'What it bore.' }) reference?: string;
}

export class FirmTransferPage {
  @ApiProperty({ type: [FirmTransferView] }) items!: FirmTransferView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class AnnouncedCreditView {
  @ApiProperty() runId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'Euro cents, of hours what they are worth; not to be spent before the firm’s transfer comes.' }) amountCents!: number;
  @ApiPropertyOptional({ description: 'Of credit in hours.' }) minutes?: number;
  @ApiProperty({ description: 'Letter of TUIR art. 51.' }) letter!: string;
  @ApiProperty({ format: 'date-time' }) validFrom!: string;
  @ApiProperty({ format: 'date-time' }) validUntil!: string;
}

export class AnnouncedCreditPage {
  @ApiProperty({ type: [AnnouncedCreditView] }) items!: AnnouncedCreditView[];
}
