import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Choice } from '../parts/choice';
import { Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { thresholdChoiceQuery } from './premium.queries';

const CHOICES = ['block', 'consent'] as const;
type Above = (typeof CHOICES)[number];

/** What happens to the firm's people at the threshold. */
export function ThresholdChoice({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const choice = useQuery(thresholdChoiceQuery(firmId));
  return (
    <>
      <p>{t('premium.thresholdWhy')}</p>
      <Loaded query={choice}>{({ aboveThreshold }) => <ThresholdChoiceForm firmId={firmId} now={aboveThreshold as Above} />}</Loaded>
    </>
  );
}

function ThresholdChoiceForm({ firmId, now }: { readonly firmId: string; readonly now: Above }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit } = useForm<{ aboveThreshold: Above }>({ defaultValues: { aboveThreshold: now } });
  const choosing = useChange(({ aboveThreshold }: { aboveThreshold: Above }, key) => bodyOf(client.POST('/api/benefits/threshold-choices', { body: { firmId, aboveThreshold }, ...change(key) })), { refreshes: ['threshold-choice'] });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => choosing.mutate(values))(event)}>
      <ProblemNotice error={choosing.error} />
      {choosing.data && <Notice tone="success" live>{t('premium.kept')}</Notice>}
      <Choice label={t('premium.above')} field={register('aboveThreshold')} options={CHOICES.map((one) => [one, t(`premium.aboveOptions.${one}`)] as const)} />
      <Submit busy={choosing.isPending}>{t('premium.keep')}</Submit>
    </form>
  );
}
