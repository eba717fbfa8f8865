import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { OfferView } from '../api/views';
import { hours } from '../format/hours';
import { Money } from '../parts/amounts';
import { useWords } from '../shell/words';

/** An offer in a list; `to` is where it can be bought, for an employee or for the owner of a firm. */
export function OfferCard({ offer, to = '/offerte/$offerId' }: { readonly offer: OfferView; readonly to?: '/offerte/$offerId' | '/impresa/titolare/offerte/$offerId' }): ReactElement {
  const { t, language } = useWords();
  return (
    <li className="tile">
      <h3>
        <Link to={to} params={{ offerId: offer.offerId }} className="tile-link">{offer.title}</Link>
      </h3>
      {offer.providerName && <p>{t('employee.by', { provider: offer.providerName })}</p>}
      <p className="tile-foot">
        <strong><Money cents={offer.priceCents} />{offer.durationMinutes !== undefined && <small> {hours(offer.durationMinutes, language)}</small>}</strong>
        <span className="tile-go" aria-hidden="true">{t('employee.see')}</span>
      </p>
    </li>
  );
}
