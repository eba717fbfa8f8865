import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { AllotmentView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Day } from '../parts/amounts';
import { Loaded } from '../parts/loaded';
import { useWords } from '../shell/words';
import { GrantActDialog } from './grant-act.dialog';
import { actsOf, type Side } from './grant-acts';
import { GrantRecovery } from './grant-recovery';
import { grantHistoryQuery } from './grant.queries';

interface Props {
  readonly allotment: AllotmentView;
  readonly side: Side;
  readonly of: string;
}

/** What was reported, admitted and paid of a grant, what may be done next, and how it came so far. */
export function GrantSteps({ allotment, side, of }: Props): ReactElement {
  const { t, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { report } = allotment;
  const told = report && [
    t('grant.reported', { amount: money(report.reportedCents, language) }),
    ...(report.admittedCents === undefined ? [] : [t('grant.admittedOf', { amount: money(report.admittedCents, language) })]),
    ...(report.paidOn === undefined ? [] : [t('grant.paid', { day: day(`${report.paidOn}T12:00:00Z`, language), proof: report.proof ?? '' })]),
  ];
  return (
    <div className="grant-steps">
      {told && <p><small>{told.join('; ')}</small></p>}
      <GrantRecovery allotment={allotment} side={side} of={of} />
      <span className="actions">
        {actsOf(allotment, side).map((act) => <GrantActDialog key={act} allotment={allotment} act={act} of={of} />)}
        <button type="button" className="btn btn-link" aria-expanded={isOpen} aria-label={`${t('grant.history')}: ${of}`} onClick={() => setOpen(!isOpen)}>{t('grant.history')}</button>
      </span>
      {isOpen && <GrantHistory allotmentId={allotment.allotmentId} />}
    </div>
  );
}

function GrantHistory({ allotmentId }: { readonly allotmentId: string }): ReactElement {
  const { t } = useWords();
  const history = useQuery(grantHistoryQuery(allotmentId));
  return (
    <Loaded query={history}>
      {({ changes }) => (
        <ol className="rows">
          {changes.map(({ status, at, role, reason }, n) => (
            <li key={n} className="row-line">
              <span>
                {t(`grant.states.${status}`)} <small><Day at={at} time /></small>
                {reason !== undefined && status !== 'refused' && <small>{reason}</small>}
              </span>
              <small>{t(`grant.roles.${role}`)}</small>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
