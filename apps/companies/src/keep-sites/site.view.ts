import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Instant } from '@salvatempo/kernel';
import { closing, isOpen, nextOpening, type Timetable } from '../domain/opening';
import { siteCardsOf, type Site, type SiteCard, type Sites } from '../domain/sites';

export class OpeningHoursView {
  @ApiProperty({ description: '1 Monday to 7 Sunday.' }) weekday!: number;
  @ApiProperty({ example: '08:30' }) from!: string;
  @ApiProperty({ example: '12:30' }) to!: string;
}

export class TimetableView {
  @ApiProperty({ format: 'date', description: 'The hours hold from this day on, up to the next ones.' }) from!: string;
  @ApiProperty({ type: [OpeningHoursView] }) hours!: OpeningHoursView[];
}

export class SiteView {
  @ApiProperty() siteId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() address!: string;
  @ApiProperty({ description: 'Belfiore code of the Comune.' }) municipality!: string;
  @ApiProperty({ description: 'Whether things are brought to and taken from it.' }) deliveryPoint!: boolean;
  @ApiPropertyOptional() instructions?: string;
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Last day of a site that is closed or will be.' }) lastDay?: string;
  @ApiProperty({ type: [TimetableView], description: 'Earliest first.' }) timetables!: TimetableView[];
  @ApiProperty({ type: [String], format: 'date' }) closingDays!: string[];
  @ApiProperty({ description: 'Whether it is open at the answer’s time.' }) open!: boolean;
  @ApiPropertyOptional({ format: 'date-time', description: 'When it closes, if it is open and closes within a year.' }) openUntil?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When it opens next, if it does within a year.' }) nextOpening?: string;
}

export class SiteList {
  @ApiProperty({ format: 'date-time', description: 'What is open and what comes next is told for this time.' }) at!: string;
  @ApiProperty({ type: [SiteView], description: 'Closed ones too, in the order in which they were written down.' }) items!: SiteView[];
}

export class SiteChangeView {
  @ApiProperty() firmId!: string;
  @ApiProperty() siteId!: string;
  @ApiPropertyOptional({ format: 'date' }) firstDay?: string;
  @ApiPropertyOptional({ format: 'date', description: 'From when on the hours hold.' }) from?: string;
  @ApiPropertyOptional({ format: 'date' }) lastDay?: string;
  @ApiPropertyOptional({ type: [String], description: 'What is otherwise than before.' }) changed?: string[];
}

const timetableView = ({ from, hours }: Timetable): TimetableView => ({
  from,
  hours: hours.flatMap((day, n) => day.map((interval) => ({ weekday: n + 1, from: interval.slice(0, 5), to: interval.slice(6) }))),
});

function siteView(siteId: string, site: Site, card: SiteCard, at: Instant): SiteView {
  const { timetables, closingDays, ...facts } = site;
  const [openUntil, next] = [closing(site, at), nextOpening(site, at)];
  return {
    siteId,
    ...card,
    ...facts,
    timetables: timetables.map(timetableView),
    closingDays: [...closingDays],
    open: isOpen(site, at),
    ...(openUntil === undefined ? {} : { openUntil }),
    ...(next === undefined ? {} : { nextOpening: next }),
  };
}

/** A firm's places as people see them at an instant. */
export function siteList({ sites }: Sites, personal: Readonly<Record<string, unknown>> | undefined, at: Instant): SiteList {
  const cards = siteCardsOf(personal);
  return { at, items: Object.entries(sites).map(([siteId, site]) => siteView(siteId, site, cards[siteId] ?? { name: '', address: '' }, at)) };
}
