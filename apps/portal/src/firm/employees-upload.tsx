import { useState, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, fileBody } from '../api/client';
import type { ImportPreview } from '../api/views';
import { CsvErrors } from '../parts/csv-errors';
import { CsvUpload } from '../parts/csv-upload';
import { Notice, ProblemNotice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { EmployeesPreview } from './employees-preview';

const SAMPLE = 'codice_fiscale,nome,cognome,data_assunzione,categoria\nRSSMRA85T10A562S,Maria,Rossi,01/03/2024,impiegati part-time\n';

/** A chosen file, and what it would change. */
interface Seen {
  readonly file: File;
  readonly preview: ImportPreview;
}

/** Takes in a list of employees in two steps: what it would change is shown first, and only that is then done. */
export function EmployeesUpload({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const [seen, setSeen] = useState<Seen>();
  const path = { firmId };
  const look = useChange((file: File) => bodyOf(client.POST('/api/companies/firms/{firmId}/employee-imports/previews', { params: { path }, ...fileBody(file) })), {
    then: (preview, file) => setSeen({ file, preview }),
  });
  const take = useChange(
    ({ file, preview }: Seen, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/employee-imports', { params: { path, query: { preview: preview.previewId } }, ...fileBody(file, key) })),
    { refreshes: ['employees', 'codes'], then: () => setSeen(undefined) },
  );
  const choose = (file: File): void => {
    take.reset();
    setSeen(undefined);
    look.mutate(file);
  };
  const { data } = take;
  return (
    <Section title={t('firm.upload')}>
      <CsvUpload label={t('firm.file')} help={t('firm.fileHelp')} button={t('firm.doPreview')} accept=".csv,.xlsx" busy={look.isPending} problem={look.error} onFile={choose}>
        {data && (
          <Notice tone="success" live>
            {data.status === 'completed' ? t('firm.uploaded', { added: data.added ?? 0, alreadyThere: data.alreadyThere ?? 0, changed: (data.changed ?? 0) + (data.rehired ?? 0) + (data.ended ?? 0) }) : t('firm.uploading')}
          </Notice>
        )}
      </CsvUpload>
      <ProblemNotice error={take.error}><CsvErrors errors={take.error?.errors ?? []} /></ProblemNotice>
      {seen && <EmployeesPreview preview={seen.preview} busy={take.isPending} onTake={() => take.mutate(seen)} onLeave={() => setSeen(undefined)} />}
      <SampleFile name="dipendenti.csv" text={SAMPLE}>{t('firm.template')}</SampleFile>
    </Section>
  );
}
