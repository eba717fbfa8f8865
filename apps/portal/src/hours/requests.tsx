import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { EndedHoursView, HoursRequestView } from '../api/views';
import { day } from '../format/dates';
import { hours } from '../format/hours';
import { municipalityName } from '../format/municipalities';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';
import { hoursFundQuery } from './hours.queries';
import { RecordHoursForm } from './record-hours.form';

interface Props {
  readonly hoursFundId: string;
  /** An officer sees whose each is and says what was worked; a firm sees its own. */
  readonly nameOf?: (firmId: string | undefined) => string;
}

/** What is set apart of a fund, with what can be done with each, and what ended. */
export function Requests({ hoursFundId, nameOf }: Props): ReactElement {
  const { t } = useWords();
  const fund = useQuery(hoursFundQuery(hoursFundId));
  return (
    <Loaded query={fund}>
      {({ requests, ended }) => (
        <>
          <h4 className="small-head">{t('hours.requests')}</h4>
          {requests.length === 0 ? <Empty>{t('hours.noRequests')}</Empty> : <ul className="rows">{requests.map((one) => <Request key={one.requestId} hoursFundId={hoursFundId} request={one} {...(nameOf && { nameOf })} />)}</ul>}
          {ended.length > 0 && (
            <>
              <h4 className="small-head">{t('hours.ended')}</h4>
              <ul className="rows">{[...ended].reverse().map((one) => <Ended key={one.requestId} ended={one} {...(nameOf && { nameOf })} />)}</ul>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function Request({ hoursFundId, request, nameOf }: Props & { readonly request: HoursRequestView }): ReactElement {
  const { t, language } = useWords();
  const { requestId, firmId, municipality, minutes, reservedOn } = request;
  const returning = useChange(
    (_: null, key) => writtenTo('hours', client.POST('/api/programmes/hours-funds/{hoursFundId}/requests/{requestId}/return', { params: { path: { hoursFundId, requestId } }, ...change(key) })),
    { refreshes: ['hours'] },
  );
  const said = t('hours.request', { hours: hours(minutes, language), municipality: municipalityName(municipality), day: day(reservedOn, language) });
  const what = nameOf ? `${nameOf(firmId)}, ${said}` : said;
  return (
    <li>
      <div className="row-line">
        <div>
          {nameOf && <strong>{nameOf(firmId)}</strong>} <small>{said}</small>
          <ProblemNotice error={returning.error} />
        </div>
        <button type="button" className="btn btn-sm btn-outline-primary" disabled={returning.isPending} onClick={() => returning.mutate(null)} aria-label={t('hours.returnOne', { what })}>{t('hours.doReturn')}</button>
      </div>
      {nameOf && (
        <details>
          <summary>{t('hours.record')}</summary>
          <RecordHoursForm hoursFundId={hoursFundId} request={request} what={what} />
        </details>
      )}
    </li>
  );
}

function Ended({ ended: { firmId, municipality, minutes, usedMinutes, workedOn, proof }, nameOf }: { readonly ended: EndedHoursView; readonly nameOf?: (firmId: string | undefined) => string }): ReactElement {
  const { t, language } = useWords();
  const facts = { hours: hours(minutes, language), municipality: municipalityName(municipality) };
  return (
    <li className="row-line">
      <div>
        {nameOf && <strong>{nameOf(firmId)}</strong>}{' '}
        <small>{workedOn === undefined ? t('hours.endedBack', facts) : t('hours.endedUsed', { ...facts, used: hours(usedMinutes, language), day: day(workedOn, language), proof })}</small>
      </div>
    </li>
  );
}
