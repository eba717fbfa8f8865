import { err, ok, type Result } from '@salvatempo/kernel';
import { isClosedOn, sameName, siteCardsOf, type Sites } from '../domain/sites';
import type { CellError } from '../import-employees/employee-file.columns';

/**
 * The id of the place that a line means by its name, compared as people read them; without a name the only one of the day. A place
 * is there from its first to its last day, open or not: people work outside opening hours too.
 */
export function placeOn({ sites }: Sites, personal: Readonly<Record<string, unknown>> | undefined, name: string, day: string): Result<string, CellError> {
  const cards = siteCardsOf(personal);
  const there = Object.entries(sites).filter(([, site]) => site.firstDay <= day && !isClosedOn(site, day));
  const meant = there.filter(([siteId]) => name === '' || sameName(cards[siteId]?.name ?? '', name));
  if (meant.length === 1) return ok(meant[0]![0]);
  if (name === '') return err({ code: 'site-missing', message: there.length === 0 ? 'In questo giorno l’impresa non ha sedi: prima va scritta la sede.' : 'L’impresa ha più sedi: serve il nome della sede.' });
  return err({ code: 'site-unknown', message: 'In questo giorno l’impresa non ha una sola sede con questo nome.' });
}
