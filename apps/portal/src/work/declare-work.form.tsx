import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { CallView } from '../api/views';
import { fieldDate, month } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly callId: string;
  readonly month: string;
  readonly womenPosts: string;
  readonly menPosts: string;
  readonly womenHours: string;
  readonly menHours: string;
  readonly extra: string;
}

const isWhole = (typed: string): boolean => /^\d{1,6}$/.test(typed.trim());
const EMPTY = { womenPosts: '', menPosts: '', womenHours: '', menHours: '', extra: '' };
/** Months that are offered, the latest ones. */
const MOST_MONTHS = 36;

/** The call's months in Rome, up to this one, the latest first. */
function monthsOf({ opensAt, closesAt }: CallView): readonly string[] {
  const [first, now, last] = [opensAt, new Date(), closesAt].map((at) => fieldDate(at).slice(0, 7)) as [string, string, string];
  const months: string[] = [];
  for (let at = now < last ? now : last; at >= first && months.length < MOST_MONTHS; at = before(at)) months.push(at);
  return months;
}

function before(yearAndMonth: string): string {
  const [year, of] = yearAndMonth.split('-').map(Number) as [number, number];
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}

/** One month of one call: posts and hours by sex, and extra hours of opening where they are known. */
export function DeclareWorkForm({ providerId, calls }: { readonly providerId: string; readonly calls: readonly CallView[] }): ReactElement {
  const { t, language } = useWords();
  const { register, handleSubmit, watch, reset, getValues, formState: { errors } } = useForm<Values>({ defaultValues: { callId: calls[0]!.callId, month: monthsOf(calls[0]!)[0]!, ...EMPTY } });
  const chosen = calls.find(({ callId }) => callId === watch('callId')) ?? calls[0]!;
  const months = monthsOf(chosen);
  const declaring = useChange(
    ({ callId, month: asked, womenPosts, womenHours, menPosts, menHours, extra }: Values, key) => {
      const body = {
        callId,
        month: months.includes(asked) ? asked : months[0]!,
        women: { posts: Number(womenPosts), hours: Number(womenHours) },
        men: { posts: Number(menPosts), hours: Number(menHours) },
        ...(extra.trim() !== '' && { extraOpeningHours: Number(extra) }),
      };
      return writtenTo('work', client.POST('/api/providers/{providerId}/work-declarations', { params: { path: { providerId } }, body, ...change(key) }));
    },
    { refreshes: ['work'], then: () => reset({ ...getValues(), ...EMPTY }) },
  );
  const number = { required: t('shell.required'), validate: (value: string) => isWhole(value) || t('work.wrong') };
  return (
    <form className="card-form" noValidate aria-label={t('work.form')} onSubmit={(event) => void handleSubmit((values) => declaring.mutate(values))(event)}>
      <h3 className="small-head">{t('work.form')}</h3>
      <ProblemNotice error={declaring.error} />
      {declaring.data && <Notice tone="success" live>{t('work.declared', { month: month(declaring.data.month, language) })}</Notice>}
      <Choice label={t('work.call')} field={register('callId')} options={calls.map(({ callId, title }) => [callId, title])} />
      <Choice label={t('work.month')} field={register('month')} options={months.map((one) => [one, month(one, language)])} />
      <Field label={t('work.posts.women')} help={t('work.postsHelp')} inputMode="numeric" field={register('womenPosts', number)} error={errors.womenPosts?.message} />
      <Field label={t('work.posts.men')} inputMode="numeric" field={register('menPosts', number)} error={errors.menPosts?.message} />
      <Field label={t('work.hours.women')} help={t('work.hoursHelp')} inputMode="numeric" field={register('womenHours', number)} error={errors.womenHours?.message} />
      <Field label={t('work.hours.men')} inputMode="numeric" field={register('menHours', number)} error={errors.menHours?.message} />
      <Field optional label={t('work.extra')} help={t('work.extraHelp')} inputMode="numeric" field={register('extra', { validate: (value) => value.trim() === '' || isWhole(value) || t('work.wrong') })} error={errors.extra?.message} />
      <p className="help">{t('work.again')}</p>
      <Submit busy={declaring.isPending}>{t('work.declare')}</Submit>
    </form>
  );
}
