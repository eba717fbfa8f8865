import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Instant } from '@salvatempo/kernel';
import type { ApplicationDraft, Typed } from '../domain/application-draft';

export class TypedView {
  @ApiPropertyOptional() artisan?: boolean;
  @ApiPropertyOptional({ description: 'As typed.' }) memberships?: string;
  @ApiPropertyOptional() otherFunding?: boolean;
}

/** What a firm has typed of an application to a call, if anything. */
export class DraftView {
  @ApiProperty() callId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'To be sent with the next change. Grows with each.' }) edition!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Missing where there is no draft.' }) savedAt?: string;
  @ApiPropertyOptional({ type: TypedView, description: 'Missing where there is no draft.' }) typed?: TypedView;
  @ApiProperty({ enum: ['not-yet', 'open', 'closed'], description: 'Whether the call takes applications now.' }) applications!: string;
  @ApiProperty({ format: 'date-time', description: 'From then on the call takes no more applications.' }) applicationsEndAt!: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the draft is forgotten by itself.' }) keptUntil?: string;
}

export class DraftRef {
  @ApiProperty() callId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() edition!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Missing of one that was given up.' }) savedAt?: string;
}

interface Seen {
  readonly callId: string;
  readonly firmId: string;
  readonly opensAt: Instant;
  readonly applicationsEndAt: Instant;
}

export const draftView = ({ callId, firmId, opensAt, applicationsEndAt }: Seen, { edition, kept }: ApplicationDraft, typed: Typed, at: Instant): DraftView => ({
  callId,
  firmId,
  edition,
  ...(kept && { savedAt: kept.savedAt, keptUntil: kept.keptUntil, typed: { ...typed } }),
  applications: at < opensAt ? 'not-yet' : at < applicationsEndAt ? 'open' : 'closed',
  applicationsEndAt,
});
