import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { MeetingOfFirmView } from '../api/views';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { MeetingFacts, MeetingStage } from './meeting-facts';
import { meetingsOfFirmQuery } from './meeting.queries';
import { PlacesForm } from './places.form';
import { Waiting } from './wait.form';

/** Meetings that a firm can go to or has places at, with what is left and a way to take some. */
export function MeetingsOfFirm({ firmId, mayTake }: { readonly firmId: string; readonly mayTake: boolean }): ReactElement {
  const { t } = useWords();
  const meetings = useQuery(meetingsOfFirmQuery(firmId));
  return (
    <Section title={t('meeting.ofFirm')}>
      <p className="help">{t('meeting.ofFirmHelp')}</p>
      <Loaded query={meetings}>
        {({ items }) => (items.length === 0 ? <Empty>{t('meeting.noneOfFirm')}</Empty> : <ul className="rows">{items.map((meeting) => <Row key={meeting.meetingId} firmId={firmId} meeting={meeting} mayTake={mayTake} />)}</ul>)}
      </Loaded>
    </Section>
  );
}

function Row({ firmId, meeting, mayTake }: { readonly firmId: string; readonly meeting: MeetingOfFirmView; readonly mayTake: boolean }): ReactElement {
  const { t } = useWords();
  const { free, places, taken, attended, open, organiserName } = meeting;
  return (
    <li>
      <div className="row-line">
        <div>
          <MeetingFacts meeting={meeting} by={organiserName === undefined ? t('meeting.office') : t('meeting.by', { name: organiserName })} />
          {open && <p>{t('meeting.free', { free, places })}{meeting.waitingFirms > 0 && `; ${t('meeting.waitingFirms', { count: meeting.waitingFirms })}`}</p>}
          {taken > 0 && <p><strong>{attended === undefined ? t('meeting.mine', { count: taken }) : t('meeting.came', { count: attended, taken })}</strong></p>}
        </div>
        <MeetingStage meeting={meeting} />
      </div>
      {open && mayTake && <PlacesForm key={taken} firmId={firmId} meeting={meeting} />}
      {open && mayTake && <Waiting key={`wait-${taken}`} firmId={firmId} meeting={meeting} />}
    </li>
  );
}
