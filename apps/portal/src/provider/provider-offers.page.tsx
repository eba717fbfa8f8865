import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, client, csv } from '../api/client';
import { hours } from '../format/hours';
import { Money } from '../parts/amounts';
import { CsvUpload } from '../parts/csv-upload';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Notice } from '../parts/notices';
import { SampleFile } from '../parts/sample-file';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { NetworkPrices } from './network-prices';
import { myOffersQuery } from './provider.queries';

const SAMPLE = 'codice,titolo,prezzo,servizio,validita_giorni,durata_minuti\nSTIRO5,"Stireria, 5 kg","40,00",laundry-ironing,60,\nTATA1,"Tata, un’ora","18,00",baby-sitting,60,60\n';

export function ProviderOffersPage(): ReactElement {
  const { t } = useWords();
  const providerId = useOrganisation('provider-admin');
  return (
    <Page title={t('provider.offersTitle')} lead={t('provider.offersLead')}>
      <UploadOffers providerId={providerId} />
      <PublishedOffers providerId={providerId} />
    </Page>
  );
}

function UploadOffers({ providerId }: { readonly providerId: string }): ReactElement {
  const { t } = useWords();
  const send = (text: string, key: string) => bodyOf(client.POST('/api/providers/{providerId}/offer-imports', { params: { path: { providerId } }, ...csv(key, text) }));
  const upload = useChange(send, { refreshes: ['my-offers'] });
  const { data } = upload;
  return (
    <Section title={t('provider.upload')}>
      <CsvUpload label={t('provider.file')} help={t('provider.fileHelp')} button={t('provider.doUpload')} busy={upload.isPending} problem={upload.error} onFile={(file) => void file.text().then(upload.mutate)}>
        {data && (
          <Notice tone="success" live>
            {data.status === 'completed' ? t('provider.uploaded', { published: data.published ?? 0, unchanged: data.unchanged ?? 0 }) : t('provider.uploading')}
          </Notice>
        )}
      </CsvUpload>
      <SampleFile name="offerte.csv" text={SAMPLE}>{t('provider.template')}</SampleFile>
    </Section>
  );
}

function PublishedOffers({ providerId }: { readonly providerId: string }): ReactElement {
  const { t, language } = useWords();
  const offers = useInfiniteQuery({ ...myOffersQuery(providerId), refetchInterval: 5_000 });
  return (
    <Section title={t('provider.myOffers')}>
      <Loaded query={offers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('provider.noOffers')}</Empty>;
          return (
            <ul className="rows">
              {items.map((offer) => (
                <li key={offer.offerId} className="row-line">
                  <span><strong>{offer.title}</strong> <small>{t('provider.codeLabel', { code: offer.code })}</small></span>
                  <Money cents={offer.priceCents} />
                  <small>{t('provider.validity', { days: offer.maxValidityDays })}{offer.durationMinutes !== undefined && <>, {t('provider.duration', { hours: hours(offer.durationMinutes, language) })}</>}</small>
                  <NetworkPrices offer={offer} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More list={offers} />
    </Section>
  );
}
