import { useRef, useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { RuleRow, RuleTableDetail } from '../api/views';
import { fieldDate } from '../format/dates';
import { money, percent } from '../format/money';
import { Choice } from '../parts/choice';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { useRuleWords } from './rule-rows';
import { changesOf, isValueOf, newRows, rowKey, type RuleValues } from './rule-values';

const CONFIDENCES = ['primary', 'secondary', 'knowledge', 'unsure'] as const;

/** As people write it in a field. */
const typedOf = ({ ceilingCents, basisPoints }: RuleRow): string => (ceilingCents === undefined ? percent(basisPoints ?? 0).replace(/[\s%]/g, '') : money(ceilingCents).replace(/[\s€]/g, ''));
const startingAt = (row: RuleRow, today: string): RuleValues => ({ row: rowKey(row), how: 'from-day', value: typedOf(row), from: today, to: row.validTo ?? '', norm: row.norm, confidence: row.confidence, reason: '' });
const isOn = (day: string) => ({ validFrom, validTo }: RuleRow): boolean => validFrom <= day && (validTo === undefined || day <= validTo);

/** Changes one row of a table: first what it would be, and then, confirmed, so. */
export function EditRulesForm({ table: { table, version, rows } }: { readonly table: RuleTableDetail }): ReactElement {
  const { t } = useWords();
  const say = useRuleWords();
  const dialog = useRef<DialogHandle>(null);
  const [today] = useState(() => fieldDate(new Date()));
  const { register, handleSubmit, reset, getValues, watch, formState: { errors } } = useForm<RuleValues>({ defaultValues: startingAt(rows.find(isOn(today)) ?? rows[0]!, today) });
  const rowOf = (key: string): RuleRow => rows.find((row) => rowKey(row) === key) ?? rows[0]!;
  const preview = useChange(
    async (values: RuleValues) => {
      const changes = changesOf(rowOf(values.row), values);
      const after = await bodyOf(client.POST('/api/programmes/rule-tables/{table}/versions/previews', { params: { path: { table } }, body: { basedOn: version, changes } }));
      return { rows: newRows(after.rows, rows), body: { basedOn: version, changes, reason: values.reason.trim() } };
    },
    { then: () => dialog.current?.open() },
  );
  const editing = useChange((body: NonNullable<typeof preview.data>['body'], key) => bodyOf(client.POST('/api/programmes/rule-tables/{table}/versions', { params: { path: { table } }, body, ...change(key) })), {
    refreshes: ['rules'],
    then: ({ rows: after }) => {
      dialog.current?.close();
      reset(startingAt(after.find(isOn(today)) ?? after[0]!, today));
    },
  });
  const required = t('shell.required');
  const isThere = { required, validate: (value: string) => value.trim() !== '' || required };
  const isRate = table === 'recovery-interest';
  return (
    <>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => preview.mutate(values))(event)}>
        <ProblemNotice error={preview.error} />
        {editing.data && <Notice tone="success" live>{t('rules.edited', { version: editing.data.version })}</Notice>}
        <Choice label={t('rules.row')} field={register('row', { onChange: () => reset(startingAt(rowOf(getValues('row')), today)) })} options={rows.map((row) => [rowKey(row), `${say.name(row)}: ${say.value(row)}, ${say.days(row)}`])} />
        <Choice label={t('rules.how')} help={t('rules.howHelp')} field={register('how')} options={[['from-day', t('rules.fromDay')], ['in-place', t('rules.inPlace')]]} />
        <Field label={t(isRate ? 'rules.rateValue' : 'rules.ceilingValue')} inputMode="decimal" autoComplete="off" field={register('value', { required, validate: (value, { row }) => isValueOf(rowOf(row), value) || t(isRate ? 'rules.rateWrong' : 'shell.notAmount') })} error={errors.value?.message} />
        {watch('how') === 'from-day' && <Field label={t('rules.from')} type="date" field={register('from', { required })} error={errors.from?.message} />}
        <Field label={t('rules.to')} help={t('rules.toHelp')} optional type="date" field={register('to')} />
        <Field label={t('rules.norm')} help={t('rules.normHelp')} maxLength={200} autoComplete="off" field={register('norm', isThere)} error={errors.norm?.message} />
        <Choice label={t('rules.confidence')} field={register('confidence')} options={CONFIDENCES.map((one) => [one, t(`rules.confidences.${one}`)])} />
        <Field label={t('rules.reason')} help={t('rules.reasonHelp')} maxLength={200} autoComplete="off" field={register('reason', isThere)} error={errors.reason?.message} />
        <Submit busy={preview.isPending}>{t('rules.doPreview')}</Submit>
      </form>
      <Dialog ref={dialog} title={t('rules.previewTitle')}>
        <ProblemNotice error={editing.error} />
        {preview.data && (
          <form noValidate onSubmit={(event) => { event.preventDefault(); editing.mutate(preview.data.body); }}>
            <p>{t('rules.previewText')}</p>
            <ul aria-label={t('rules.previewCaption')}>
              {preview.data.rows.map((row) => <li key={rowKey(row)}>{t('rules.wouldBe', { name: say.name(row), value: say.value(row), days: say.days(row), norm: row.norm, confidence: t(`rules.confidences.${row.confidence}`) })}</li>)}
            </ul>
            <div className="actions">
              <Submit busy={editing.isPending}>{t('rules.doEdit')}</Submit>
              <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('rules.leave')}</button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  );
}
