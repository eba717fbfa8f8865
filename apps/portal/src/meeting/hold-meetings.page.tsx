import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { MeetingView, Role } from '../api/views';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { AnnounceMeetingForm } from './announce-meeting.form';
import { AttendanceForm } from './attendance.form';
import { CallOff } from './call-off';
import { heldMeetingsQuery } from './meeting.queries';
import { MeetingFacts, MeetingStage } from './meeting-facts';

/** Who holds meetings announces them, sees who has places, and writes down who came. An officer sees those of advisers too, and only these. */
function HoldMeetingsPage({ role }: { readonly role: Extract<Role, 'operator' | 'adviser' | 'association'> }): ReactElement {
  const { t } = useWords();
  const organisation = useOrganisation(role);
  const intermediaryId = role === 'operator' ? undefined : organisation;
  const meetings = useQuery(heldMeetingsQuery);
  return (
    <Page title={t('meeting.holdTitle')} lead={t('meeting.holdLead')}>
      <Section title={t('meeting.announce')}>
        <p className="help">{t(intermediaryId === undefined ? 'meeting.forAll' : 'meeting.forMandated')}</p>
        <AnnounceMeetingForm {...(intermediaryId !== undefined && { intermediaryId })} />
      </Section>
      <Section title={t('meeting.list')}>
        <Loaded query={meetings}>{({ items }) => (items.length === 0 ? <Empty>{t('meeting.none')}</Empty> : <ul className="rows">{items.map((one) => <Row key={one.meetingId} meeting={one} isOwn={one.intermediaryId === intermediaryId} />)}</ul>)}</Loaded>
      </Section>
    </Page>
  );
}

export const OperatorMeetingsPage = (): ReactElement => <HoldMeetingsPage role="operator" />;
export const AdviserMeetingsPage = (): ReactElement => <HoldMeetingsPage role="adviser" />;
export const AssociationMeetingsPage = (): ReactElement => <HoldMeetingsPage role="association" />;

function Row({ meeting, isOwn }: { readonly meeting: MeetingView; readonly isOwn: boolean }): ReactElement {
  const { t } = useWords();
  const { meetingId, title, stage, startsAt, places, taken, free, attended, firms } = meeting;
  const isToCome = stage === 'announced' && Date.parse(startsAt) > Date.now();
  return (
    <li>
      <div className="row-line">
        <div>
          <MeetingFacts meeting={meeting} />
          <p>{t('meeting.numbers', { taken, places, free })}{attended !== undefined && `, ${t('meeting.attended', { count: attended })}`}</p>
        </div>
        <MeetingStage meeting={meeting} />
      </div>
      {firms.length > 0 && (
        <ul className="plain" aria-label={t('meeting.firms', { title })}>
          {firms.map((one) => <li key={one.firmId}>{one.attended === undefined ? t('meeting.ofOneFirm', { name: one.name, taken: one.taken }) : t('meeting.ofOneFirmCame', { name: one.name, taken: one.taken, count: one.attended })}</li>)}
        </ul>
      )}
      {isOwn && firms.length > 0 && stage !== 'called-off' && <AttendanceForm meeting={meeting} />}
      {isOwn && isToCome && <CallOff meetingId={meetingId} title={title} />}
    </li>
  );
}
