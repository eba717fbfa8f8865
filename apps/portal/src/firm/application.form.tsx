import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client, writtenTo } from '../api/client';
import type { CallView, DraftView, TypedView } from '../api/views';
import { day, dayAndTime } from '../format/dates';
import { Field } from '../parts/field';
import { Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import { useDraftSaving } from './draft.saving';
import { draftQuery } from './firm.queries';

interface Props {
  readonly call: CallView;
  readonly firmId: string;
}

interface DraftProps {
  readonly call: CallView;
  readonly draft: DraftView;
  readonly reopen: () => void;
}

const CODE = /^[a-z][a-z0-9-]{0,39}$/;
/** Networks and associations that an application names at most. */
const MOST_CODES = 20;
const codesIn = (typed: string): string[] => [...new Set(typed.toLowerCase().split(/[\s,;]+/).filter((code) => code !== ''))];
const areCodes = (typed: string): boolean => codesIn(typed).length <= MOST_CODES && codesIn(typed).every((code) => CODE.test(code));

/** A firm's application to a call: what it types is kept as its draft, and is there again wherever it opens the page. */
export function Application({ call, firmId }: Props): ReactElement {
  const query = useQuery(draftQuery(firmId, call.callId));
  return (
    <Loaded query={query}>
      {(draft) => {
        const shown = { call, draft, reopen: () => void query.refetch() };
        return draft.applications === 'closed' ? <ClosedDraft {...shown} /> : <ApplicationForm key={draft.edition} {...shown} />;
      }}
    </Loaded>
  );
}

function ApplicationForm({ call, draft, reopen }: DraftProps): ReactElement {
  const { t, language } = useWords();
  const { callId, firmId, typed: { artisan = false, memberships = '', otherFunding = false } = {} } = draft;
  const saving = useDraftSaving(draft);
  const { register, handleSubmit, watch, formState: { errors } } = useForm<Required<TypedView>>({ defaultValues: { artisan, memberships, otherFunding } });
  const { typed, settle, stop } = saving;
  useEffect(() => {
    const { unsubscribe } = watch((value) => typed(value));
    return unsubscribe;
  });
  const applying = useChange(
    async (value: Required<TypedView>, key) => {
      await settle();
      const body = { firmId, artisan: value.artisan, otherFunding: value.otherFunding, memberships: codesIn(value.memberships) };
      const answer = await writtenTo('allotments', client.POST('/api/programmes/calls/{callId}/applications', { params: { path: { callId } }, body, ...change(key) }));
      stop();
      return answer;
    },
    { refreshes: ['allotments', 'calls'] },
  );
  const required = call.requiredMemberships;
  return (
    <form className="card-form" noValidate aria-label={t('firm.draft.form', { call: call.title })} onBlur={() => void settle()} onSubmit={(event) => void handleSubmit((value) => applying.mutate(value))(event)}>
      <ProblemNotice error={applying.error} />
      {draft.applications === 'not-yet' && <Notice tone="info">{t('firm.draft.notYet', { when: dayAndTime(call.opensAt, language) })}</Notice>}
      <Tick label={t('firm.draft.artisan')} field={register('artisan')} />
      <Field
        optional={required === undefined}
        label={t('firm.draft.memberships')}
        help={required === undefined ? t('firm.draft.membershipsHelp') : t('firm.draft.membershipsAsked', { codes: required.join(', ') })}
        maxLength={1_000}
        field={register('memberships', { validate: (value) => areCodes(value) || t('firm.draft.membershipsWrong') })}
        error={errors.memberships?.message}
      />
      <Tick label={t('firm.draft.otherFunding')} field={register('otherFunding')} />
      {saving.problem?.code === 'draft-changed' ? (
        <ProblemNotice error={saving.problem}><button type="button" className="btn btn-sm btn-outline-primary" onClick={() => { stop(); reopen(); }}>{t('firm.draft.reopen')}</button></ProblemNotice>
      ) : (
        <p className="help" role="status">{saving.problem ? t('firm.draft.notSaved', { why: saving.problem.text(language) }) : <Saved behind={saving.isBehind} savedAt={saving.savedAt} />}</p>
      )}
      <div className="actions">
        {draft.applications === 'open' && (
          <button type="submit" className="btn btn-primary" aria-disabled={applying.isPending || undefined} aria-label={t('firm.applyTo', { call: call.title })} onClick={(event) => applying.isPending && event.preventDefault()}>{t('firm.apply')}</button>
        )}
        {saving.savedAt !== undefined && <GiveUp call={call} draft={draft} stop={stop} reopen={reopen} />}
      </div>
    </form>
  );
}

function Saved({ behind, savedAt }: { readonly behind: boolean; readonly savedAt: string | undefined }): ReactElement {
  const { t, language } = useWords();
  if (behind) return <>{t('firm.draft.saving')}</>;
  return <>{savedAt === undefined ? t('firm.draft.none') : t('firm.draft.saved', { when: dayAndTime(savedAt, language) })}</>;
}

/** A draft that can't become an application any more says so; what was typed can still be read. */
function ClosedDraft({ call, draft, reopen }: DraftProps): ReactElement {
  const { t, language } = useWords();
  const { savedAt, keptUntil, typed = {}, applicationsEndAt } = draft;
  if (savedAt === undefined) return <p>{t('firm.draft.closed', { when: dayAndTime(applicationsEndAt, language) })}</p>;
  return (
    <Notice tone="warning">
      <strong>{t('firm.draft.closedDraft', { when: dayAndTime(applicationsEndAt, language) })}</strong>
      <ul>
        {typed.artisan && <li>{t('firm.draft.artisan')}</li>}
        {typed.memberships && <li>{t('firm.draft.memberships')}: {typed.memberships}</li>}
        {typed.otherFunding && <li>{t('firm.draft.otherFunding')}</li>}
      </ul>
      {keptUntil !== undefined && <p>{t('firm.draft.keptUntil', { day: day(keptUntil, language) })}</p>}
      <GiveUp call={call} draft={draft} reopen={reopen} />
    </Notice>
  );
}

function GiveUp({ call, draft: { firmId, callId }, stop, reopen }: DraftProps & { readonly stop?: () => void }): ReactElement {
  const { t } = useWords();
  const giving = useChange(
    (_: null, key) => bodyOf(client.DELETE('/api/programmes/firms/{firmId}/drafts/{callId}', { params: { path: { firmId, callId } }, ...change(key) })),
    {
      then: () => {
        stop?.();
        reopen();
      },
    },
  );
  return (
    <>
      <button type="button" className="btn btn-outline-primary" aria-label={t('firm.draft.giveUpOne', { call: call.title })} disabled={giving.isPending} onClick={() => giving.mutate(null)}>{t('firm.draft.giveUp')}</button>
      <ProblemNotice error={giving.error} />
    </>
  );
}
