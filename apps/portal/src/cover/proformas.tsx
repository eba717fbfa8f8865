import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ProformaView } from '../api/views';
import { groups, Reference } from '../own/reference';
import { Day, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { useWords } from '../shell/words';
import { CallOffRun } from './call-off-run';
import { proformasQuery } from './cover.queries';

/** A firm's pro-formas, newest first, with whom to transfer to and what to write on it. */
export function Proformas({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const list = useInfiniteQuery(proformasQuery(firmId));
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('cover.noProformas')}</Empty>;
          const payTo = pages[0]?.payTo;
          return (
            <>
              <p>{payTo ? t('cover.payTo', { payee: payTo.payee, iban: groups(payTo.iban) }) : t('cover.askOffice')}</p>
              <ul className="rows">{items.map((one) => <Proforma key={one.reference} proforma={one} />)}</ul>
            </>
          );
        }}
      </Loaded>
      <More list={list} />
    </>
  );
}

function Proforma({ proforma }: { readonly proforma: ProformaView }): ReactElement {
  const { t } = useWords();
  const { reference, ordinal, issuedOn, amountCents, leftCents, status, dueAt } = proforma;
  return (
    <li>
      <div className="row-line">
        <div>
          <strong>{t('cover.proforma', { n: ordinal })}</strong>: {t(`cover.statuses.${status}`)}
          <br />
          {t('cover.total')}: <Money cents={amountCents} />{leftCents > 0 && <>; {t('cover.left')}: <strong><Money cents={leftCents} /></strong></>}
          <br />
          <small>{t('cover.issued')} <Day at={`${issuedOn}T12:00:00Z`} />{dueAt !== undefined && <>. {t('cover.dueBy')} <Day at={dueAt} /></>}</small>
          {(status === 'waiting' || status === 'given') && <><br />{t('cover.reference')}: <Reference digits={reference} /></>}
        </div>
        <div className="actions">
          {status === 'waiting' && <CallOffRun proforma={proforma} />}
          <a className="btn btn-sm btn-outline-primary" href={`/api/benefits/proformas/${reference}/sheet`} download={`proforma-${ordinal}.pdf`}>{t('cover.sheet', { n: ordinal })}</a>
        </div>
      </div>
    </li>
  );
}
