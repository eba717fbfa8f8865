import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { FirmView } from '../api/views';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { TextArea } from '../parts/text-area';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';

interface Values {
  readonly title: string;
  readonly kind: 'rete-contratto' | 'rete-soggetto';
  readonly programme: string;
  readonly commonFund: boolean;
  /** Empty for none. */
  readonly bodyFirmId: string;
}

const KINDS = ['rete-contratto', 'rete-soggetto'] as const;
const usual: Values = { title: '', kind: 'rete-contratto', programme: '', commonFund: false, bodyFirmId: '' };
const bodyOfNetwork = ({ title, programme, bodyFirmId, ...rest }: Values) => ({ ...rest, title: title.trim(), programme: programme.trim(), ...(bodyFirmId !== '' && { bodyFirmId }) });

/** Enters a network contract, without members yet. */
export function FormNetworkForm({ firms }: { readonly firms: readonly FirmView[] }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, reset, formState: { errors } } = useForm<Values>({ defaultValues: usual });
  const forming = useChange((values: Values, key) => writtenTo('networks', client.POST('/api/companies/networks', { body: bodyOfNetwork(values), ...change(key) })), { refreshes: ['networks'], then: () => reset(usual) });
  const required = t('shell.required');
  const filled = { required, validate: (value: string) => value.trim() !== '' || required };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => forming.mutate(values))(event)}>
      <ProblemNotice error={forming.error} />
      {forming.data && <Notice tone="success" live>{t('network.formed')}</Notice>}
      <Field label={t('network.title')} maxLength={120} field={register('title', filled)} error={errors.title?.message} />
      <Choice label={t('network.kind')} field={register('kind')} options={KINDS.map((kind) => [kind, t(`network.kinds.${kind}`)])} />
      <TextArea label={t('network.programme')} help={t('network.programmeHelp')} maxLength={5_000} field={register('programme', filled)} error={errors.programme?.message} />
      <Tick label={t('network.hasFund')} field={register('commonFund')} />
      <Choice label={t('network.whichBody')} field={register('bodyFirmId')} options={[['', t('network.nobody')], ...firms.map((firm) => [firm.firmId, firm.name] as const)]} />
      <Submit busy={forming.isPending}>{t('network.doForm')}</Submit>
    </form>
  );
}
