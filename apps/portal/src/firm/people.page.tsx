import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, csv } from '../api/client';
import { CsvUpload } from '../parts/csv-upload';
import { Icon } from '../parts/icon';
import { Empty, Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { codesQuery, employeesQuery } from './firm.queries';

const SAMPLE = 'codice_fiscale,nome,cognome\nRSSMRA85T10A562S,Maria,Rossi\n';

export function PeoplePage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  return (
    <Page title={t('firm.people')} lead={t('firm.peopleLead')}>
      <UploadPeople firmId={firmId} />
      <PeopleList firmId={firmId} />
    </Page>
  );
}

function UploadPeople({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const send = (text: string, key: string) => bodyOf(client.POST('/api/companies/firms/{firmId}/employee-imports', { params: { path: { firmId } }, ...csv(key, text) }));
  const upload = useChange(send, { refreshes: ['employees', 'codes'] });
  const { data } = upload;
  return (
    <Section title={t('firm.upload')}>
      <CsvUpload label={t('firm.file')} help={t('firm.fileHelp')} button={t('firm.doUpload')} busy={upload.isPending} problem={upload.error} onFile={(text) => upload.mutate(text)}>
        {data && (
          <Notice tone="success" live>
            {data.status === 'completed' ? t('firm.uploaded', { added: data.added ?? 0, alreadyThere: data.alreadyThere ?? 0 }) : t('firm.uploading')}
          </Notice>
        )}
      </CsvUpload>
      <SampleFile name="dipendenti.csv" text={SAMPLE}>{t('firm.template')}</SampleFile>
    </Section>
  );
}

function PeopleList({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const employees = useQuery(employeesQuery(firmId));
  const codes = useQuery(codesQuery(firmId));
  const isActive = (personId: string): boolean => codes.data?.items.find((code) => code.personId === personId)?.status === 'activated';
  return (
    <Section title={t('firm.list')} aside={<Link to="/impresa/dipendenti/foglio" className="btn btn-sm btn-primary"><Icon name="print" /> {t('firm.sheet')}</Link>}>
      <Loaded query={employees}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('firm.nobody')}</Empty>;
          return (
            <ul className="rows">
              {items.map((employee) => (
                <li key={employee.personId} className="row-line">
                  <span><strong>{employee.name} {employee.surname}</strong> <small className="tail">{employee.fiscalCode}</small></span>
                  {codes.data && <span className={`tag tag-${isActive(employee.personId) ? 'good' : 'busy'}`}>{t(isActive(employee.personId) ? 'firm.active' : 'firm.notActive')}</span>}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
