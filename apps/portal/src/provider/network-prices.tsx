import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { OfferView } from '../api/views';
import { centsOf, money } from '../format/money';
import { Money } from '../parts/amounts';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { networkNamesQuery } from './provider.queries';

interface Values {
  readonly networkId: string;
  readonly price: string;
}

/** What was agreed with networks for one offer; nothing where the territory has no network. */
export function NetworkPrices({ offer }: { readonly offer: OfferView }): ReactElement | null {
  const { t } = useWords();
  const networks = useQuery(networkNamesQuery);
  const items = networks.data?.items ?? [];
  if (items.length === 0) return null;
  const name = t('provider.networkPrices', { title: offer.title });
  return (
    <details className="row-more">
      <summary aria-label={name}>{t('provider.networkPricesShort')}</summary>
      <Agreed offer={offer} />
      <AgreeForm offer={offer} name={name} networks={items} />
    </details>
  );
}

function Agreed({ offer: { offerId, networkPrices = [] } }: { readonly offer: OfferView }): ReactElement | null {
  const { t } = useWords();
  const withdrawing = useChange(
    (networkId: string, key) => writtenTo('my-offers', client.POST('/api/providers/offers/{offerId}/network-prices/{networkId}/withdrawal', { params: { path: { offerId, networkId } }, ...change(key) })),
    { refreshes: ['my-offers'] },
  );
  if (networkPrices.length === 0) return null;
  return (
    <>
      <ProblemNotice error={withdrawing.error} />
      <ul className="rows">
        {networkPrices.map(({ networkId, title = networkId, priceCents }) => (
          <li key={networkId} className="row-line">
            <span>{title}</span>
            <Money cents={priceCents} />
            <button type="button" className="btn btn-sm btn-outline-primary" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(networkId)} aria-label={t('provider.networkWithdrawOne', { title })}>
              {t('provider.networkWithdraw')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function AgreeForm({ offer: { offerId, priceCents }, name, networks }: { readonly offer: OfferView; readonly name: string; readonly networks: readonly { readonly networkId: string; readonly title: string }[] }): ReactElement {
  const { t, language } = useWords();
  const { register, handleSubmit, resetField, formState: { errors } } = useForm<Values>({ defaultValues: { networkId: networks[0]!.networkId, price: '' } });
  const agreeing = useChange(
    ({ networkId, price }: Values, key) => writtenTo('my-offers', client.POST('/api/providers/offers/{offerId}/network-prices', { params: { path: { offerId } }, body: { networkId, priceCents: centsOf(price)! }, ...change(key) })),
    { refreshes: ['my-offers'], then: () => resetField('price') },
  );
  const isLower = (value: string): boolean | string => {
    const cents = centsOf(value) ?? 0;
    return (cents > 0 && cents < priceCents) || t('provider.networkPriceWrong', { amount: money(priceCents, language) });
  };
  return (
    <form className="card-form" noValidate aria-label={name} onSubmit={(event) => void handleSubmit((values) => agreeing.mutate(values))(event)}>
      <p className="help">{t('provider.networkPriceHelp')}</p>
      <ProblemNotice error={agreeing.error} />
      <Choice label={t('provider.network')} field={register('networkId')} options={networks.map(({ networkId, title }) => [networkId, title])} />
      <Field label={t('provider.networkPrice')} inputMode="decimal" field={register('price', { required: t('shell.required'), validate: isLower })} error={errors.price?.message} />
      <Submit busy={agreeing.isPending}>{t('provider.networkAgree')}</Submit>
    </form>
  );
}
