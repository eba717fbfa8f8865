import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { month } from '../format/dates';
import { Choice } from '../parts/choice';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { monthsToClose } from './months';

/** Closes one of the months that can be closed, this one first. */
export function CloseMonthForm({ firmId, lastClosed, today }: { readonly firmId: string; readonly lastClosed: string | undefined; readonly today: string }): ReactElement {
  const { t, language } = useWords();
  const months = monthsToClose(today, lastClosed);
  const { register, handleSubmit } = useForm({ values: { month: months[0] ?? '' } });
  const closing = useChange((body: { month: string }, key) => writtenTo('payroll-closings', client.POST('/api/benefits/payroll-closings', { body: { firmId, ...body }, ...change(key) })), { refreshes: ['payroll-closings'] });
  return (
    <>
      <ProblemNotice error={closing.error} />
      {closing.data && <Notice tone="success" live>{t('payroll.closedNow')}</Notice>}
      {months.length === 0 ? (
        <p>{t('payroll.allClosed')}</p>
      ) : (
        <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => closing.mutate(values))(event)}>
          <Choice label={t('payroll.month')} help={t('payroll.closeHelp')} field={register('month')} options={months.map((one) => [one, month(one, language)] as const)} />
          <Submit busy={closing.isPending}>{t('payroll.doClose')}</Submit>
        </form>
      )}
    </>
  );
}
