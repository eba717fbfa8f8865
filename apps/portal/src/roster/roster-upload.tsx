import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, client, fileBody } from '../api/client';
import type { RosterPreview } from '../api/views';
import { CsvErrors } from '../parts/csv-errors';
import { CsvUpload } from '../parts/csv-upload';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { RosterPreviewCard } from './roster-preview';

/** A chosen file, and what it would change. */
interface Seen {
  readonly file: File;
  readonly month: string;
  readonly preview: RosterPreview;
}

interface Chosen {
  readonly file: File;
  readonly month: string;
}

/** Takes in a month's shifts in two steps: what they would change is shown first, and only that is then done. */
export function RosterUpload({ firmId, today }: { readonly firmId: string; readonly today: string }): ReactElement {
  const { t } = useWords();
  const [seen, setSeen] = useState<Seen>();
  const { register, handleSubmit, formState: { errors } } = useForm<{ month: string }>({ defaultValues: { month: today.slice(0, 7) } });
  const look = useChange(({ file, month }: Chosen) => bodyOf(client.POST('/api/companies/firms/{firmId}/rosters/{month}/imports/previews', { params: { path: { firmId, month } }, ...fileBody(file) })), {
    then: (preview, chosen) => setSeen({ ...chosen, preview }),
  });
  const take = useChange(
    ({ file, month, preview }: Seen, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/rosters/{month}/imports', { params: { path: { firmId, month }, query: { preview: preview.previewId } }, ...fileBody(file, key) })),
    { refreshes: ['shifts'], then: () => setSeen(undefined) },
  );
  const choose = (file: File): void => {
    take.reset();
    setSeen(undefined);
    void handleSubmit(({ month }) => look.mutate({ file, month }))();
  };
  const month = { required: t('shell.required'), pattern: { value: /^\d{4}-(0[1-9]|1[0-2])$/, message: t('roster.monthWrong') }, onChange: () => setSeen(undefined) };
  return (
    <Section title={t('roster.upload')}>
      <Field label={t('roster.month')} help={t('roster.monthHelp')} type="month" field={register('month', month)} error={errors.month?.message} />
      <CsvUpload label={t('roster.file')} help={t('roster.fileHelp')} button={t('roster.doPreview')} busy={look.isPending} problem={look.error} onFile={choose}>
        {take.data && <Notice tone="success" live>{t('roster.taken', { shifts: take.data.shifts, people: take.data.people, all: take.data.shiftsInMonth })}</Notice>}
      </CsvUpload>
      <ProblemNotice error={take.error}><CsvErrors errors={take.error?.errors ?? []} /></ProblemNotice>
      {seen && <RosterPreviewCard preview={seen.preview} busy={take.isPending} onTake={() => take.mutate(seen)} onLeave={() => setSeen(undefined)} />}
      <SampleFile name="turni.csv" text={`codice_fiscale,data,inizio,fine,sede\nRSSMRA85T10A562S,${today.slice(0, 7)}-02,08:00,12:00,Laboratorio\nRSSMRA85T10A562S,${today.slice(0, 7)}-03,22:00,06:00,Laboratorio\n`}>{t('roster.template')}</SampleFile>
    </Section>
  );
}
