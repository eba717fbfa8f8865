import type { ReactElement } from 'react';
import type { AccompanimentStepView, DeliverableView } from '../api/views';
import { day } from '../format/dates';
import { useWords } from '../shell/words';
import { BeginForm, CompleteForm, HandInForm } from './step.forms';

/** What somebody may do with a firm's path beside seeing it. */
export interface MayOnPath {
  /** Begin and end steps. */
  readonly follow: boolean;
  /** Write down what a step is done with. */
  readonly handIn: boolean;
}

interface Props {
  readonly firmId: string;
  readonly step: AccompanimentStepView;
  /** All of the path. */
  readonly steps: readonly AccompanimentStepView[];
  readonly may: MayOnPath;
}

/** A step with who answers for it, its days and its documents, and the next thing that can be done about it. */
export function Step({ firmId, step, steps, may }: Props): ReactElement {
  const { t, language } = useWords();
  const { title, stage, after, owner, begunOn, dueOn, doneOn, deliverables } = step;
  const before = steps.filter((one) => after.includes(one.code) && one.stage !== 'done');
  const missing = deliverables.filter(({ handedInOn }) => handedInOn === undefined);
  const said = [
    owner !== undefined && t('path.ownedBy', { who: t(`path.owner.${owner}`) }),
    begunOn !== undefined && t('path.begunOn', { day: day(begunOn, language) }),
    doneOn === undefined && dueOn !== undefined && t('path.dueOn', { day: day(dueOn, language) }),
    doneOn !== undefined && t('path.doneOn', { day: day(doneOn, language) }),
  ].filter(Boolean);
  return (
    <li>
      <div className="row-line">
        <div>
          <strong lang="it">{title}</strong> <small>{said.join(', ')}</small>
          {stage === 'to-do' && before.length > 0 && <p>{t('path.after', { titles: before.map((one) => one.title).join(', ') })}</p>}
        </div>
        <span className={`tag tag-${stage === 'done' ? 'good' : stage === 'under-way' ? 'busy' : 'dim'}`}>{t(`path.stage.${stage}`)}</span>
      </div>
      {deliverables.length > 0 && <ul className="plain" aria-label={t('path.documents', { title })}>{deliverables.map((one) => <Document key={one.code} deliverable={one} waited={stage === 'under-way'} />)}</ul>}
      {stage === 'to-do' && before.length === 0 && may.follow && <BeginForm firmId={firmId} step={step} />}
      {stage === 'under-way' && missing.length > 0 && may.handIn && <HandInForm key={missing[0]!.code} firmId={firmId} step={step} missing={missing} />}
      {stage === 'under-way' && missing.length === 0 && may.follow && <CompleteForm firmId={firmId} step={step} />}
    </li>
  );
}

function Document({ deliverable: { title, handedInOn, dueOn, late }, waited }: { readonly deliverable: DeliverableView; readonly waited: boolean }): ReactElement {
  const { t, language } = useWords();
  const due = dueOn === undefined ? '' : day(dueOn, language);
  const there = handedInOn === undefined ? undefined : t(late ? 'path.thereLate' : 'path.there', { day: day(handedInOn, language), due });
  const missing = waited ? t(due === '' ? 'path.missing' : 'path.missingBy', { day: due }) : undefined;
  const said = there ?? missing;
  return (
    <li>
      <span lang="it">{title}</span>
      {said !== undefined && `: ${said}`} {late && handedInOn === undefined && <span className="tag tag-bad">{t('path.late')}</span>}
    </li>
  );
}
