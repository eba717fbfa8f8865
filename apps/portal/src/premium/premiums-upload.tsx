import { useState, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, fileBody } from '../api/client';
import type { PremiumContractView, PremiumPreview } from '../api/views';
import { daysLater, fieldDate } from '../format/dates';
import { CsvErrors } from '../parts/csv-errors';
import { CsvUpload } from '../parts/csv-upload';
import { Notice, ProblemNotice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { useWords } from '../shell/words';
import { DayField } from './day-field';
import { PremiumsPreview } from './premiums-preview';

const SAMPLE = 'codice_fiscale,premio,reddito_anno_prima,rinuncia_imposta\nRSSMRA85T10A562S,"1500,00","28000,00",no\n';

interface Sent {
  readonly file: File;
  readonly query: { readonly paidOn: string; readonly chooseUntil: string; readonly creditUntil: string };
}

/** Takes in the premiums of one contract, with the days on which they are paid, chosen and spent, in two steps: what a file would do is shown first, and only that is then done. */
export function PremiumsUpload({ contract: { contractId, firmId, title } }: { readonly contract: PremiumContractView }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const [days, setDays] = useState({ paidOn: daysLater(today, 30), chooseUntil: daysLater(today, 20), creditUntil: daysLater(today, 365) });
  const [seen, setSeen] = useState<Sent & { readonly preview: PremiumPreview }>();
  const path = { contractId };
  const look = useChange(({ file, query }: Sent) => bodyOf(client.POST('/api/benefits/premium-contracts/{contractId}/premium-imports/previews', { params: { path, query }, ...fileBody(file) })), { then: (preview, sent) => setSeen({ ...sent, preview }) });
  const take = useChange(({ file, query }: Sent, key) => bodyOf(client.POST('/api/benefits/premium-contracts/{contractId}/premium-imports', { params: { path, query }, ...fileBody(file, key) })), { refreshes: ['firm-premiums'], then: () => setSeen(undefined) });
  const { data } = take;
  // What was shown was for other days: it is asked for again.
  const set = (name: keyof typeof days) => (value: string): void => {
    setSeen(undefined);
    setDays({ ...days, [name]: value });
  };
  const choose = (file: File): void => {
    take.reset();
    setSeen(undefined);
    look.mutate({ file, query: days });
  };
  return (
    <>
      <h3>{t('premium.upload', { title })}</h3>
      <CsvUpload label={t('premium.file')} help={t('premium.fileHelp')} button={t('premium.look')} busy={look.isPending} problem={look.error} onFile={choose}>
        {data && <Notice tone="success" live>{data.status === 'completed' ? t('premium.sent', { offered: data.offered ?? 0, unchanged: data.unchanged ?? 0, kept: data.kept ?? 0 }) : t('premium.sending')}</Notice>}
        <DayField label={t('premium.payDay')} value={days.paidOn} min={today} onDay={set('paidOn')} />
        <DayField label={t('premium.lastDay')} value={days.chooseUntil} min={today} max={days.paidOn} onDay={set('chooseUntil')} />
        <DayField label={t('premium.creditUntil')} value={days.creditUntil} min={days.chooseUntil} onDay={set('creditUntil')} />
      </CsvUpload>
      <ProblemNotice error={take.error}><CsvErrors errors={take.error?.errors ?? []} /></ProblemNotice>
      {seen && <PremiumsPreview firmId={firmId} preview={seen.preview} busy={take.isPending} onTake={() => take.mutate(seen)} onLeave={() => setSeen(undefined)} />}
      <SampleFile name="premi.csv" text={SAMPLE}>{t('premium.template')}</SampleFile>
    </>
  );
}
