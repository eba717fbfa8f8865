import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OUTREACH_STAGES, type ContactCard } from '../domain/contact';
import type { ContactRow } from './contact-list.projection';

export class ContactView {
  @ApiProperty() contactId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Partita IVA.' }) vatNumber!: string;
  @ApiProperty({ description: 'Belfiore code of the Comune.' }) municipality!: string;
  @ApiProperty({ description: 'Who found it: a Comune’s Belfiore code, or an association’s id.' }) finder!: string;
  @ApiPropertyOptional({ enum: OUTREACH_STAGES, description: 'Missing before it was contacted.' }) reached?: string;
  @ApiPropertyOptional({ format: 'date', description: 'When that was.' }) lastDay?: string;
  @ApiProperty({ description: 'Whether the firm registered.' }) joined!: boolean;
}

export class ContactPage {
  @ApiProperty({ type: [ContactView] }) items!: ContactView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class FunnelView {
  @ApiProperty() listed!: number;
  @ApiProperty({ description: 'Contacted, or farther.' }) contacted!: number;
  @ApiProperty({ description: 'Invited, or farther.' }) invited!: number;
  @ApiProperty() met!: number;
  @ApiProperty({ description: 'Registered, however far they were brought.' }) joined!: number;
}

export class NamedFunnelView extends FunnelView {
  @ApiProperty({ description: 'A Comune’s Belfiore code, or an association’s id.' }) code!: string;
  @ApiPropertyOptional({ description: 'Of an association.' }) name?: string;
}

export class FunnelsView {
  @ApiProperty({ type: FunnelView }) all!: FunnelView;
  @ApiProperty({ type: [NamedFunnelView] }) byMunicipality!: NamedFunnelView[];
  @ApiProperty({ type: [NamedFunnelView] }) byFinder!: NamedFunnelView[];
}

export class ContactChangeView {
  @ApiProperty() contactId!: string;
  @ApiProperty({ enum: OUTREACH_STAGES }) stage!: string;
  @ApiProperty({ format: 'date' }) on!: string;
}

/** A firm to contact as officers see it. */
export const contactView = ({ contactId, municipality, finder, reached, lastDay, joined }: ContactRow, { name, vatNumber }: ContactCard): ContactView => ({
  contactId,
  name,
  vatNumber,
  municipality,
  finder,
  ...(reached === undefined ? {} : { reached }),
  ...(lastDay === undefined ? {} : { lastDay }),
  joined,
});
