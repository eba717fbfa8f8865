import type { LogEntry, LogTable } from '@salvatempo/store';
import { placeOf } from './sqlite-subscription';

/** Messages that are read from the file at a time. */
const PAGE = 64;
/** Pages kept of a partition: what was appended last, and what somebody is behind with. */
const MAX_PAGES = 2;

interface Page {
  readonly from: number;
  readonly entries: readonly LogEntry[];
}

/** The newest pages of each partition, read once for all groups of the process, since each is given every message. */
export class SharedPages {
  private readonly pages = new Map<string, Page[]>();
  /** Offset after the last message of a partition, where nothing was appended since it was found. */
  private readonly ends = new Map<string, number>();

  constructor(private readonly log: LogTable) {}

  /** Messages from an offset on; none where that is the end. Throws StoreUnavailableError. */
  read(topic: string, part: number, from: number): readonly LogEntry[] {
    const place = placeOf(topic, part);
    if (this.ends.get(place) === from) return [];
    const pages = this.pages.get(place) ?? [];
    const known = pages.find((page) => from >= page.from && from < page.from + page.entries.length);
    if (known) return from === known.from ? known.entries : known.entries.slice(from - known.from);
    const entries = this.log.read(topic, part, from, PAGE);
    if (entries.length < PAGE) this.ends.set(place, from + entries.length);
    if (entries.length > 0) this.pages.set(place, [{ from, entries }, ...pages].slice(0, MAX_PAGES));
    return entries;
  }

  /** Something was appended to these partitions. */
  appended(places: ReadonlySet<string>): void {
    for (const place of places) this.ends.delete(place);
  }
}
