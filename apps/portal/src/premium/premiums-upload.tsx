import { useState, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, fileBody } from '../api/client';
import type { PremiumContractView } from '../api/views';
import { daysLater, fieldDate } from '../format/dates';
import { CsvUpload } from '../parts/csv-upload';
import { Notice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { useWords } from '../shell/words';
import { DayField } from './day-field';

const SAMPLE = 'codice_fiscale,premio,reddito_anno_prima,rinuncia_imposta\nRSSMRA85T10A562S,"1500,00","28000,00",no\n';

/** Takes in the premiums of one contract, with the days on which they are paid, chosen and spent. */
export function PremiumsUpload({ contract: { contractId, title } }: { readonly contract: PremiumContractView }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const [days, setDays] = useState({ paidOn: daysLater(today, 30), chooseUntil: daysLater(today, 20), creditUntil: daysLater(today, 365) });
  const send = useChange((file: File, key) => bodyOf(client.POST('/api/benefits/premium-contracts/{contractId}/premium-imports', { params: { path: { contractId }, query: days }, ...fileBody(file, key) })), { refreshes: ['firm-premiums'] });
  const { data } = send;
  const set = (name: keyof typeof days) => (value: string) => setDays({ ...days, [name]: value });
  return (
    <>
      <h3>{t('premium.upload', { title })}</h3>
      <CsvUpload label={t('premium.file')} help={t('premium.fileHelp')} button={t('premium.send')} busy={send.isPending} problem={send.error} onFile={(file) => send.mutate(file)}>
        {data && <Notice tone="success" live>{data.status === 'completed' ? t('premium.sent', { offered: data.offered ?? 0, unchanged: data.unchanged ?? 0, kept: data.kept ?? 0 }) : t('premium.sending')}</Notice>}
        <DayField label={t('premium.payDay')} value={days.paidOn} min={today} onDay={set('paidOn')} />
        <DayField label={t('premium.lastDay')} value={days.chooseUntil} min={today} max={days.paidOn} onDay={set('chooseUntil')} />
        <DayField label={t('premium.creditUntil')} value={days.creditUntil} min={days.chooseUntil} onDay={set('creditUntil')} />
      </CsvUpload>
      <SampleFile name="premi.csv" text={SAMPLE}>{t('premium.template')}</SampleFile>
    </>
  );
}
