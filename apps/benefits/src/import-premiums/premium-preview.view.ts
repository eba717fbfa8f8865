import { ApiProperty } from '@nestjs/swagger';
import { sharesOfPremium } from '../domain/premium';
import type { PremiumChange } from './offer-premium.decider';
import type { LineOffer } from './premium-file.handler';

const CHANGES: readonly PremiumChange[] = ['new', 'corrected', 'unchanged', 'kept'];

export class PremiumPreviewLine {
  @ApiProperty({ description: 'Line of the file, the header being 1.' }) line!: number;
  @ApiProperty() personId!: string;
  @ApiProperty({ enum: CHANGES, description: 'kept: the person has chosen already, and nothing changes.' }) change!: PremiumChange;
  @ApiProperty({ description: 'Gross, euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'What of it the person may have as credit, euro cents.' }) convertibleCents!: number;
  @ApiProperty({ description: 'At the substitute tax where nothing is converted, euro cents.' }) favouredCents!: number;
  @ApiProperty({ description: 'With ordinary tax where nothing is converted, euro cents.' }) ordinaryCents!: number;
}

export class PremiumPreview {
  @ApiProperty() contractId!: string;
  @ApiProperty({ description: 'Tax year of the premiums.' }) year!: number;
  @ApiProperty({ description: 'The cap of the year, gross euro cents.' }) capCents!: number;
  @ApiProperty({ description: 'Of the whole file, gross euro cents.' }) totalCents!: number;
  @ApiProperty({ description: 'Premiums that would be new or changed.' }) offered!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ description: 'Premiums of which the person has chosen already.' }) kept!: number;
  @ApiProperty({ type: [PremiumPreviewLine] }) lines!: PremiumPreviewLine[];
}

/** What a file of premiums would do. A file has a line at least. */
export function premiumPreview(contractId: string, found: readonly (LineOffer & { readonly change: PremiumChange })[]): PremiumPreview {
  const { year, capCents } = found[0]!.offer;
  const lines = found.map(({ line, change, offer }): PremiumPreviewLine => {
    const { personId, amountCents, convertibleCents } = offer;
    const { favouredCents, ordinaryCents } = sharesOfPremium(amountCents, 0, offer);
    return { line, personId, change, amountCents, convertibleCents, favouredCents, ordinaryCents };
  });
  const count = (...changes: readonly PremiumChange[]): number => lines.filter(({ change }) => changes.includes(change)).length;
  const totalCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return { contractId, year, capCents, totalCents, offered: count('new', 'corrected'), unchanged: count('unchanged'), kept: count('kept'), lines };
}
