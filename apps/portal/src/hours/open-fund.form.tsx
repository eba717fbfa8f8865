import { useState, type ReactElement } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { daysLater, fieldDate } from '../format/dates';
import { minutesOf } from '../format/hours';
import { municipalities } from '../format/municipalities';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly title: string;
  readonly funder: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly pots: { readonly municipality: string; readonly hours: string }[];
}

const MAX_POTS = 100;
const usual = (today: string): Values => ({ title: '', funder: '', firstDay: today, lastDay: daysLater(today, 365), pots: [{ municipality: 'E648', hours: '' }] });

const bodyOfFund = ({ title, funder, firstDay, lastDay, pots }: Values) => ({
  title: title.trim(),
  ...(funder.trim() !== '' && { funder: funder.trim() }),
  opensOn: firstDay,
  closesOn: lastDay,
  pots: pots.map(({ municipality, hours }) => ({ municipality, minutes: minutesOf(hours)! })),
});

/** Opens a fund of hours with a row for each Comune. */
export function OpenFundForm(): ReactElement {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  const { register, control, handleSubmit, reset, formState: { errors } } = useForm<Values>({ defaultValues: usual(today) });
  const { fields, append, remove } = useFieldArray({ control, name: 'pots' });
  const opening = useChange((values: Values, key) => writtenTo('hours', client.POST('/api/programmes/hours-funds', { body: bodyOfFund(values), ...change(key) })), { refreshes: ['hours'], then: () => reset(usual(today)) });
  const required = t('shell.required');
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => opening.mutate(values))(event)}>
      <ProblemNotice error={opening.error} />
      {opening.data && <Notice tone="success" live>{t('hours.opened')}</Notice>}
      <Field label={t('hours.title')} maxLength={120} field={register('title', { required, validate: (value) => value.trim() !== '' || required })} error={errors.title?.message} />
      <Field label={t('hours.funder')} optional maxLength={120} field={register('funder')} />
      <Field label={t('hours.firstDay')} type="date" field={register('firstDay', { required })} error={errors.firstDay?.message} />
      <Field label={t('hours.lastDay')} type="date" field={register('lastDay', { required, validate: (value, { firstDay }) => value >= firstDay || t('hours.datesWrong') })} error={errors.lastDay?.message} />
      <fieldset className="field">
        <legend>{t('hours.pots')}</legend>
        {fields.map(({ id }, index) => {
          const n = index + 1;
          return (
            <div key={id}>
              <Choice label={t('hours.municipalityOf', { n })} field={register(`pots.${index}.municipality`)} options={municipalities} />
              <Field
                label={t('hours.minutesOf', { n })}
                help={t('hours.minutesHelp')}
                field={register(`pots.${index}.hours`, {
                  required,
                  validate: {
                    hours: (value) => minutesOf(value) !== undefined || t('hours.minutesWrong'),
                    once: (_, { pots }) => pots.findIndex(({ municipality }) => municipality === pots[index]?.municipality) === index || t('hours.twice'),
                  },
                })}
                error={errors.pots?.[index]?.hours?.message}
              />
              {fields.length > 1 && <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => remove(index)}>{t('hours.removePot', { n })}</button>}
            </div>
          );
        })}
        {fields.length < MAX_POTS && <p><button type="button" className="btn btn-sm btn-outline-primary" onClick={() => append({ municipality: 'C816', hours: '' })}>{t('hours.addPot')}</button></p>}
      </fieldset>
      <Submit busy={opening.isPending}>{t('hours.doOpen')}</Submit>
    </form>
  );
}
