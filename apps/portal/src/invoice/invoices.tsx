import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { InvoiceView } from '../api/views';
import { day, month } from '../format/dates';
import { money } from '../format/money';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { FileField } from '../parts/file-field';
import { handInInvoice, invoiceFileAddress } from './invoice-file';
import { invoicesQuery } from './invoice.queries';
import { RecordInvoiceForm } from './record-invoice.form';

/** A provider says by which invoices it billed what calls paid a part of. */
export function Invoices({ providerId }: { readonly providerId: string }): ReactElement {
  const { t } = useWords();
  const query = useQuery(invoicesQuery(providerId));
  return (
    <Section title={t('invoice.title')}>
      <p className="help">{t('invoice.lead')}</p>
      <Loaded query={query}>
        {({ toInvoice, invoices, isWhole }) => (
          <>
            {!isWhole && <p>{t('invoice.notWhole')}</p>}
            {toInvoice.length === 0 ? <Empty>{t('invoice.none')}</Empty> : <ul className="rows">{toInvoice.map((one) => <li key={`${one.callId}/${one.month}/${one.purchases.length}`}><RecordInvoiceForm providerId={providerId} statement={one} /></li>)}</ul>}
            {invoices.length > 0 && (
              <>
                <h3 className="small-head">{t('invoice.recorded')}</h3>
                <ul className="rows">{invoices.map((one) => <Row key={one.invoiceId} providerId={providerId} invoice={one} />)}</ul>
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Row({ providerId, invoice }: { readonly providerId: string; readonly invoice: InvoiceView }): ReactElement {
  const { t, language } = useWords();
  const { invoiceId, callId, callTitle, number, issuedOn, netCents, vatCents, purchaseIds } = invoice;
  const withdrawing = useChange(
    (_: null, key) => bodyOf(client.POST('/api/programmes/providers/{providerId}/invoices/{callId}/{month}/{invoiceId}/withdrawal', { params: { path: { providerId, callId, month: invoice.month, invoiceId } }, ...change(key) })),
    { refreshes: ['invoices'] },
  );
  const place = { providerId, callId, month: invoice.month, invoiceId };
  const handingIn = useChange((file: File, key) => handInInvoice(place, file, key), { refreshes: ['invoices'] });
  return (
    <li className="row-line">
      <div>
        <strong>{t('invoice.one', { number, day: day(issuedOn, language) })}</strong>
        <p>{t('invoice.amounts', { title: callTitle, month: month(invoice.month, language), net: money(netCents, language), vat: money(vatCents, language), count: purchaseIds.length })}</p>
        {invoice.file ? (
          <p><a href={invoiceFileAddress(place)} download>{t('invoice.openFile', { number })}</a></p>
        ) : (
          <FileField label={t('invoice.fileMissing', { number })} disabled={handingIn.isPending} onFile={(file) => file && handingIn.mutate(file)} />
        )}
        <ProblemNotice error={withdrawing.error ?? handingIn.error} />
      </div>
      <button type="button" className="btn btn-sm btn-outline-primary" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(null)} aria-label={t('invoice.withdrawOne', { number })}>{t('invoice.withdraw')}</button>
    </li>
  );
}
