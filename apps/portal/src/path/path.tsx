import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { NextStepView } from '../api/views';
import { day } from '../format/dates';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { pathQuery } from './path.queries';
import { Step, type MayOnPath } from './step';

/** A firm's path: what is to be done next, and each step with its documents and with what may be done about it. */
export function Path({ firmId, may }: { readonly firmId: string; readonly may: MayOnPath }): ReactElement {
  const { t } = useWords();
  const path = useQuery(pathQuery(firmId));
  return (
    <Loaded query={path}>
      {({ steps, nextStep }) => (
        <>
          <Section title={t('path.next')}><Next next={nextStep} /></Section>
          <Section title={t('path.steps')}>
            {!may.follow && !may.handIn && <p className="help">{t('path.seeOnly')}</p>}
            <ol className="rows">{steps.map((step) => <Step key={step.code} firmId={firmId} step={step} steps={steps} may={may} />)}</ol>
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Next({ next }: { readonly next: NextStepView | undefined }): ReactElement {
  const { t, language } = useWords();
  if (!next) return <p>{t('path.allDone')}</p>;
  return (
    <p>
      {t(next.stage === 'to-do' ? 'path.nextBegin' : 'path.nextGoOn')} <strong lang="it">{next.title}</strong>
      {next.dueOn !== undefined && `, ${t('path.dueOn', { day: day(next.dueOn, language) })}`} {next.late && <span className="tag tag-bad">{t('path.late')}</span>}
    </p>
  );
}
