import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, documentBody } from '../api/client';
import { firmsQuery } from '../operator/operator.queries';
import { Money } from '../parts/amounts';
import { CsvUpload } from '../parts/csv-upload';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Notice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { coversQuery, unmatchedLinesQuery } from './cover.queries';
import { GuaranteeForm } from './guarantee.form';
import { SettleLine } from './settle-line.dialog';

const SAMPLE = 'data;importo;causale;riferimento_banca;ordinante\n24/11/2026;1.234,56;proforma 3 rif. 0123 4567 8901 2366;CRO 12345678901;Sartoria di prova\n';

function send(file: File, key: string) {
  const { headers, ...sent } = documentBody(file, key);
  return bodyOf(client.POST('/api/benefits/bank-statements', { headers: { ...headers, prefer: 'wait=2' }, ...sent }));
}

/** The office's desk for firms' transfers: the bank's statement, what nobody can tell by its reference, and how firms stand. */
export function StatementsPage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('cover.officeTitle')} lead={t('cover.officeLead')}>
      <Section title={t('cover.upload')}><Upload /></Section>
      <Section title={t('cover.unmatched')}><Lines /></Section>
      <Section title={t('cover.guarantee')}><GuaranteeForm /></Section>
      <Section title={t('cover.firms')}><Firms /></Section>
    </Page>
  );
}

function Upload(): ReactElement {
  const { t } = useWords();
  const upload = useChange(send, { refreshes: ['bank-lines', 'covers'] });
  const { data } = upload;
  return (
    <>
      <CsvUpload label={t('cover.file')} help={t('cover.fileHelp')} button={t('cover.doUpload')} busy={upload.isPending} problem={upload.error} accept=".csv,.xml,text/csv,application/xml,text/xml" onFile={upload.mutate}>
        {data && <Notice tone="success" live>{data.status === 'completed' ? t('cover.uploaded', { ...data }) : t('cover.uploading')}</Notice>}
      </CsvUpload>
      <SampleFile name="estratto-conto.csv" text={SAMPLE}>{t('cover.template')}</SampleFile>
    </>
  );
}

function Lines(): ReactElement {
  const { t } = useWords();
  const lines = useInfiniteQuery(unmatchedLinesQuery);
  const firms = useQuery(firmsQuery);
  return (
    <>
      <Loaded query={lines}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{t('cover.noUnmatched')}</Empty> : <ul className="rows">{items.map((one) => <SettleLine key={one.lineId} line={one} firms={firms.data?.items ?? []} />)}</ul>;
        }}
      </Loaded>
      <More list={lines} />
    </>
  );
}

function Firms(): ReactElement {
  const { t } = useWords();
  const covers = useInfiniteQuery(coversQuery);
  return (
    <>
      <Loaded query={covers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('cover.noFirms')}</Empty>;
          return (
            <div className="table-scroll" role="region" aria-label={t('cover.firmTable')} tabIndex={0}>
              <table className="table">
                <thead><tr><th scope="col">{t('cover.firm')}</th><th scope="col">{t('cover.standing')}</th><th scope="col" className="right">{t('cover.received')}</th><th scope="col" className="right">{t('cover.notPaid')}</th><th scope="col" className="right">{t('cover.history')}</th></tr></thead>
                <tbody>
                  {items.map(({ firmId, name, standing, receivedCents, guaranteeUsedCents, guarantees: [own] }) => (
                    <tr key={firmId}>
                      <th scope="row">{name ?? t('hours.firm', { id: firmId.slice(-6).toUpperCase() })}</th>
                      <td>{t(`cover.standings.${standing}`)}</td>
                      <td className="right"><Money cents={receivedCents} /></td>
                      <td className="right"><Money cents={guaranteeUsedCents} /></td>
                      <td className="right">{own ? <><Money cents={own.guaranteeCents} /><br /><small>{own.reason}</small></> : t('cover.noOwn')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Loaded>
      <More list={covers} />
    </>
  );
}
