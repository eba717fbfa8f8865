import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { DossierView } from '../api/views';
import { percent } from '../format/money';
import { Day, Figure, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { invoiceFileAddress } from '../invoice/invoice-file';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Indicators } from './indicators';
import { callQuery, dossierQuery } from './operator.queries';

/** What of a call can be reported, what can't yet and who can give it, and the files. */
export function DossierPage({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const call = useQuery(callQuery(callId));
  const dossier = useQuery(dossierQuery(callId));
  const title = call.data?.title;
  return (
    <Page title={title === undefined ? t('operator.dossier') : t('operator.dossierOf', { title })} lead={t('operator.dossierLead')}>
      <Loaded query={dossier}>
        {(value) => (
          <>
            <dl className="figures">
              <Figure label={t('operator.reportable')} cents={value.reportableCents} note={value.cup === undefined ? t('operator.noCup') : t('operator.cup', { cup: value.cup })} />
              <div className="figure"><dt>{t('operator.coFunding')}</dt><dd>{value.lineCount === 0 ? '–' : <PercentOf basisPoints={value.coFundingBasisPoints} />}</dd></div>
            </dl>
            <p><a className="btn btn-primary" href={`/api/programmes/calls/${callId}/dossier/archive`} download>{t('operator.downloadDossier')}</a></p>
            <MissingThings dossier={value} />
            <Lines dossier={value} />
            <Invoices dossier={value} />
            <Indicators indicators={value.indicators} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PercentOf({ basisPoints }: { readonly basisPoints: number }): ReactElement {
  const { language } = useWords();
  return <span className="money">{percent(basisPoints, language)}</span>;
}

function MissingThings({ dossier: { missing, missingCount } }: { readonly dossier: DossierView }): ReactElement {
  const { t } = useWords();
  return (
    <Section title={t('operator.missing')}>
      {missingCount === 0 ? (
        <Empty>{t('operator.nothingMissing')}</Empty>
      ) : (
        <ul className="rows">
          {missing.map(({ code, text, giver, subject, cents }) => (
            <li key={`${code}/${subject}`} className="row-line">
              <span><strong lang="it">{text}</strong><small>{t('operator.givenBy')} {t(`operator.givers.${giver}`)}</small></span>
              {cents > 0 && <span><Money cents={cents} /></span>}
            </li>
          ))}
        </ul>
      )}
      {missingCount > missing.length && <p>{t('operator.moreInFiles', { n: missingCount - missing.length })}</p>}
    </Section>
  );
}

function Lines({ dossier: { lines, lineCount } }: { readonly dossier: DossierView }): ReactElement {
  const { t } = useWords();
  return (
    <Section title={t('operator.lines')}>
      {lineCount === 0 ? (
        <Empty>{t('operator.noLines')}</Empty>
      ) : (
        <ul className="rows">
          {lines.map((line) => (
            <li key={line.purchaseId} className="row-line">
              <span><strong lang="it">{line.description}</strong><small>{t('operator.paidOn')} <Day at={`${line.paidOn}T12:00:00.000Z`} /></small></span>
              <span><Money cents={line.eligibleCents} /></span>
              <small>{t('operator.ofTotal')} <Money cents={line.totalCents} /></small>
            </li>
          ))}
        </ul>
      )}
      {lineCount > lines.length && <p>{t('operator.moreInFiles', { n: lineCount - lines.length })}</p>}
    </Section>
  );
}

function Invoices({ dossier: { callId, invoices } }: { readonly dossier: DossierView }): ReactElement | null {
  const { t } = useWords();
  if (invoices.length === 0) return null;
  return (
    <Section title={t('operator.invoices')}>
      <ul className="rows">
        {invoices.map(({ invoiceId, providerId, month, number, issuedOn, file }) => (
          <li key={invoiceId} className="row-line">
            <span><strong>{t('operator.invoice', { number })}</strong><small>{t('operator.invoicedOn')} <Day at={`${issuedOn}T12:00:00.000Z`} /></small></span>
            {file ? <a href={invoiceFileAddress({ providerId, callId, month, invoiceId })} download>{t('operator.openInvoice', { number })}</a> : <small>{t('operator.noInvoiceFile')}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
