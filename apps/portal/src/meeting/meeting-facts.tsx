import type { ReactElement } from 'react';
import type { MeetingCard } from '../api/views';
import { dayAndTime } from '../format/dates';
import { useWords } from '../shell/words';

const isLink = (venue: string): boolean => /^https:\/\/\S+$/.test(venue);

/** What a meeting is, when and where. A link is one only where it is safe. */
export function MeetingFacts({ meeting: { title, kind, mode, venue, startsAt }, by }: { readonly meeting: MeetingCard; readonly by?: string }): ReactElement {
  const { t, language } = useWords();
  return (
    <>
      <strong lang="it">{title}</strong>
      <small>{t(`meeting.kind.${kind}`)}, {dayAndTime(startsAt, language)}, {t(`meeting.mode.${mode}`)}{by !== undefined && `, ${by}`}</small>
      <p className="break">{isLink(venue) ? <a href={venue} rel="noreferrer noopener" target="_blank">{venue}</a> : venue}</p>
    </>
  );
}

/** Where a meeting stands, as a word; one that has begun and whose attendance isn't written down is neither planned nor held. */
export function MeetingStage({ meeting: { stage, startsAt } }: { readonly meeting: MeetingCard }): ReactElement {
  const { t } = useWords();
  const word = stage === 'announced' && Date.parse(startsAt) <= Date.now() ? 'begun' : stage;
  return <span className={`tag tag-${word === 'called-off' ? 'bad' : word === 'held' ? 'good' : 'busy'}`}>{t(`meeting.stage.${word}`)}</span>;
}
