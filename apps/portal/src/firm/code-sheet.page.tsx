import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { ActivationCodeView, EmployeeView } from '../api/views';
import { Day } from '../parts/amounts';
import { Icon } from '../parts/icon';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { codesQuery, employeesQuery } from './firm.queries';

const renew = (personId: string, key: string) =>
  bodyOf(client.POST('/api/identity/activation-codes/{personId}/renewals', { params: { path: { personId } }, ...change(key) }));

/** A slip for each person who has no access yet, to print, cut and hand out. */
export function CodeSheetPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const employees = useQuery(employeesQuery(firmId));
  const codes = useQuery(codesQuery(firmId));
  const renewal = useChange(renew, { refreshes: ['codes'] });
  const personOf = (personId: string): EmployeeView | undefined => employees.data?.items.find((employee) => employee.personId === personId);
  return (
    <Page title={t('firm.sheetTitle')} lead={t('firm.sheetLead')}>
      <ProblemNotice error={renewal.error} />
      <Loaded query={codes}>
        {({ items }) => {
          const waiting = items.filter(({ status }) => status !== 'activated');
          if (waiting.length === 0) return <Empty>{t('firm.sheetEmpty')}</Empty>;
          return (
            <>
              <p className="actions no-print">
                <button type="button" className="btn btn-primary" onClick={() => window.print()}><Icon name="print" /> {t('firm.printSheet')}</button>
              </p>
              <ul className="slips">
                {waiting.map((code) => <Slip key={code.personId} code={code} person={personOf(code.personId)} onRenew={() => renewal.mutate(code.personId)} />)}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface SlipProps {
  readonly code: ActivationCodeView;
  readonly person: EmployeeView | undefined;
  readonly onRenew: () => void;
}

function Slip({ code, person, onRenew }: SlipProps): ReactElement {
  const { t } = useWords();
  const address = `${window.location.host}/attivazione`;
  const name = person ? `${person.name} ${person.surname}` : '';
  return (
    <li className="slip">
      <p><small>{t('firm.slipFor')}</small> <strong>{name}</strong> {person && <small>{t('firm.slipTail', { tail: person.fiscalCode.slice(-4) })}</small>}</p>
      {code.code === undefined ? (
        <p>{t('firm.codeOver')}</p>
      ) : (
        <>
          <p><small>{t('firm.slipCode')}</small> <strong className="code">{code.code}</strong></p>
          {code.expiresAt !== undefined && <p><small>{t('firm.slipUntil')} <Day at={code.expiresAt} time /></small></p>}
          <p className="help">{t('firm.slipHow', { address })}</p>
        </>
      )}
      <button type="button" className="btn btn-link no-print" onClick={onRenew} aria-label={t('firm.renewFor', { name })}>{t('firm.renew')}</button>
    </li>
  );
}
