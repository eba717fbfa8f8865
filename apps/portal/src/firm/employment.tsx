import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { EmployeeView } from '../api/views';
import { fieldDate } from '../format/dates';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Props {
  readonly firmId: string;
  readonly employee: EmployeeView;
}

/** Writes down somebody's last day, puts a wrong one right, or employs again who left. */
export function Employment({ firmId, employee }: Props): ReactElement {
  const { t } = useWords();
  const name = `${employee.name} ${employee.surname}`;
  const hasLeft = employee.lastDay !== undefined && employee.lastDay < fieldDate(new Date());
  return (
    <span className="actions">
      <DayDialog firmId={firmId} employee={employee} kind="departure" button={t(employee.lastDay === undefined ? 'firm.leave' : 'firm.leaveAgain')} label={t(employee.lastDay === undefined ? 'firm.leaveOf' : 'firm.leaveAgainOf', { name })} />
      {hasLeft && <DayDialog firmId={firmId} employee={employee} kind="rehiring" button={t('firm.rehire')} label={t('firm.rehireOf', { name })} />}
    </span>
  );
}

interface DialogProps extends Props {
  readonly kind: 'departure' | 'rehiring';
  readonly button: string;
  readonly label: string;
}

function DayDialog({ firmId, employee: { employeeId, lastDay }, kind, button, label }: DialogProps): ReactElement {
  const { t } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const isDeparture = kind === 'departure';
  const form = useForm({ defaultValues: { day: (isDeparture && lastDay) || fieldDate(new Date()) } });
  const params = { path: { firmId, employeeId } };
  const writing = useChange(
    ({ day }: { day: string }, key) =>
      isDeparture
        ? bodyOf(client.POST('/api/companies/firms/{firmId}/employees/{employeeId}/departures', { params, body: { lastDay: day }, ...change(key) }))
        : bodyOf(client.POST('/api/companies/firms/{firmId}/employees/{employeeId}/rehirings', { params, body: { firstDay: day }, ...change(key) })),
    { refreshes: ['employees'], then: () => dialog.current?.close() },
  );
  return (
    <>
      <button type="button" className="btn btn-link" aria-label={label} onClick={() => dialog.current?.open()}>{button}</button>
      <Dialog ref={dialog} title={label}>
        <form noValidate onSubmit={(event) => void form.handleSubmit((values) => writing.mutate(values))(event)}>
          <p>{t(isDeparture ? 'firm.leaveText' : 'firm.rehireText')}</p>
          <ProblemNotice error={writing.error} />
          <Field label={t(isDeparture ? 'firm.lastDay' : 'firm.firstDay')} type="date" field={form.register('day', { required: t('shell.required') })} error={form.formState.errors.day?.message} />
          <div className="actions">
            <Submit busy={writing.isPending}>{t('firm.writeDay')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('firm.leavePreview')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
