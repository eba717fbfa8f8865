import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ActivationCodeView } from '../api/views';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Day } from '../parts/amounts';
import { Icon } from '../parts/icon';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { codesQuery } from './firm.queries';

const renew = (personId: string, key: string) =>
  bodyOf(client.POST('/api/identity/activation-codes/{personId}/renewals', { params: { path: { personId } }, ...change(key) }));

/** A slip for each person who has no access yet, to print, cut and hand out. */
export function CodeSheetPage(): ReactElement {
  const { t } = useWords();
  const codes = useQuery(codesQuery(useOrganisation('firm-admin')));
  const renewal = useChange(renew, { refreshes: ['codes'] });
  return (
    <Page title={t('firm.sheetTitle')} lead={t('firm.sheetLead')}>
      <ProblemNotice error={renewal.error} />
      <Loaded query={codes}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('firm.sheetEmpty')}</Empty>;
          return (
            <>
              <p className="actions no-print">
                <button type="button" className="btn btn-primary" onClick={() => window.print()}><Icon name="print" /> {t('firm.printSheet')}</button>
              </p>
              <ul className="slips">{items.map((code) => <Slip key={code.personId} code={code} onRenew={() => renewal.mutate(code.personId)} />)}</ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Slip({ code, onRenew }: { readonly code: ActivationCodeView; readonly onRenew: () => void }): ReactElement {
  const { t } = useWords();
  const address = `${window.location.origin}/attivazione`;
  return (
    <li className="slip">
      <p><small>{t('firm.slipFor')}</small> <strong>{code.name}</strong></p>
      <p className="code-line"><small>{t('firm.slipCode')}</small> <strong className="code">{code.code}</strong></p>
      <p><small>{t('firm.slipUntil')} <Day at={code.expiresAt} time /></small></p>
      <p className="help">{t('firm.slipHow', { address })}</p>
      <button type="button" className="btn btn-link no-print" onClick={onRenew} aria-label={t('firm.renewFor', { name: code.name })}>{t('firm.renew')}</button>
    </li>
  );
}
