import { useId, type ReactElement } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '../api/problem';
import type { QuestionView } from '../api/views';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

export type Given = { question: string; choices: string[] }[];

/** What is ticked, by the question's code: one code, or several. */
type Values = Record<string, string | string[] | null>;

interface Props {
  readonly questions: readonly QuestionView[];
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSend: (given: Given) => void;
}

const given = (questions: readonly QuestionView[], values: Values): Given => questions.map(({ code }) => ({ question: code, choices: [values[code] ?? []].flat() }));

export function QuestionnaireForm({ questions, busy, problem, onSend }: Props): ReactElement {
  const { t } = useWords();
  const form = useForm<Values>({ defaultValues: Object.fromEntries(questions.map(({ code, kind }) => [code, kind === 'many' ? [] : null])) });
  const missing = Object.keys(form.formState.errors).length;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => onSend(given(questions, values)))(event)}>
      {questions.map((question) => <Question key={question.code} question={question} form={form} />)}
      {missing > 0 && <Notice tone="danger" live>{t('survey.missing', { n: missing })}</Notice>}
      <ProblemNotice error={problem} />
      <Submit busy={busy}>{t('survey.send')}</Submit>
    </form>
  );
}

/** One question with its choices, whole lines to tap on. The questions are in Italian, whatever the page speaks. */
function Question({ question: { code, kind, text, choices }, form: { register, formState: { errors } } }: { readonly question: QuestionView; readonly form: UseFormReturn<Values> }): ReactElement {
  const { t } = useWords();
  const id = useId();
  const error = errors[code];
  const isChosen = (chosen: string | string[] | null): boolean | string => (chosen ?? []).length > 0 || t('survey.choose');
  return (
    <fieldset className="field ticks" aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}>
      <legend lang="it">{text}</legend>
      <p className="help" id={`${id}-help`}>{t(kind === 'one' ? 'survey.one' : 'survey.many')}</p>
      {choices.map((choice) => (
        <div key={choice.code} className="tick">
          <input type={kind === 'one' ? 'radio' : 'checkbox'} id={`${id}-${choice.code}`} value={choice.code} {...register(code, { validate: isChosen })} />
          <label htmlFor={`${id}-${choice.code}`} lang="it">{choice.text}</label>
        </div>
      ))}
      {error && <p className="field-error" id={`${id}-error`}>{String(error.message ?? '')}</p>}
    </fieldset>
  );
}
