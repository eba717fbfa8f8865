import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, csv } from '../api/client';
import { CsvUpload } from '../parts/csv-upload';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Notice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { ContactRow } from './contact-row';
import { FunnelTables } from './funnel-tables';
import { contactsQuery, funnelQuery } from './outreach.queries';

const SAMPLE = 'partita_iva,nome,comune,segnalato_da\n00743110157,Sartoria Mezzetti,Casalpusterlengo,Codogno\n';
const send = (text: string, key: string) => bodyOf(client.POST('/api/companies/outreach/imports', csv(key, text)));

/** The firms that an office wants to win over: the funnel as figures, the file they come by, and the list to work through. */
export function OutreachPage(): ReactElement {
  const { t } = useWords();
  const funnel = useQuery(funnelQuery);
  return (
    <Page title={t('outreach.title')} lead={t('outreach.lead')}>
      <Section title={t('outreach.funnel')}>
        <p className="help">{t('outreach.funnelWhy')}</p>
        <Loaded query={funnel}>{(value) => (value.all.listed === 0 ? <Empty>{t('outreach.none')}</Empty> : <FunnelTables funnels={value} />)}</Loaded>
      </Section>
      <Upload />
      <Contacts />
    </Page>
  );
}

function Upload(): ReactElement {
  const { t } = useWords();
  const upload = useChange(send, { refreshes: ['outreach'] });
  const { data } = upload;
  return (
    <Section title={t('outreach.upload')}>
      <CsvUpload label={t('outreach.file')} help={t('outreach.fileHelp')} button={t('outreach.doUpload')} busy={upload.isPending} problem={upload.error} onFile={(file) => void file.text().then(upload.mutate)}>
        {data && <Notice tone="success" live>{data.status === 'completed' ? t('outreach.uploaded', { ...data }) : t('outreach.uploading')}</Notice>}
      </CsvUpload>
      <SampleFile name="contatti.csv" text={SAMPLE}>{t('outreach.template')}</SampleFile>
    </Section>
  );
}

function Contacts(): ReactElement {
  const { t } = useWords();
  const contacts = useInfiniteQuery(contactsQuery);
  return (
    <Section title={t('outreach.list')}>
      <Loaded query={contacts}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{t('outreach.none')}</Empty> : <ul className="rows">{items.map((one) => <ContactRow key={one.contactId} contact={one} />)}</ul>;
        }}
      </Loaded>
      <More list={contacts} />
    </Section>
  );
}
