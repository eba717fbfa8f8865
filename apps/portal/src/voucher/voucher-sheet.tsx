import type { ReactElement, ReactNode } from 'react';
import type { VoucherView } from '../api/views';
import { Day, Money } from '../parts/amounts';
import { letterWord, useWords } from '../shell/words';

/** All that a voucher must show; on paper it is the receipt, on one page. */
export function VoucherSheet({ voucher }: { readonly voucher: VoucherView }): ReactElement {
  const { t } = useWords();
  return (
    <article className={`voucher voucher-${voucher.status}`} aria-label={t(voucher.receipt === 'order' ? 'voucher.orderTitle' : 'voucher.title')}>
      <p className="voucher-head">
        <span className="voucher-house">Salvatempo</span>
        <span className={`tag tag-${voucher.status === 'issued' ? 'good' : 'dim'}`}>{t(`voucher.states.${voucher.status}`)}</span>
      </p>
      {voucher.code !== undefined && (
        <div className="voucher-code">
          <img src={`/api/vouchers/${voucher.voucherId}/qr.svg`} alt={t('voucher.qr')} width="200" height="200" />
          <p>
            <small>{t('voucher.code')}</small>
            <strong className="code">{voucher.code}</strong>
          </p>
        </div>
      )}
      <dl className="voucher-facts">
        <Fact label={t('voucher.service')}>{voucher.title}<small>{t('voucher.units')}</small></Fact>
        <Fact label={t('voucher.value')}><Money cents={voucher.valueCents} /></Fact>
        <Fact label={t('voucher.holder')}>{voucher.holderName}<small>{t('voucher.fiscalCode')} <span className="tail">{voucher.holderFiscalCodeTail}</span></small></Fact>
        <Fact label={t('voucher.expires')}><Day at={voucher.expiresAt} time /></Fact>
        <Fact label={t('voucher.provider')}>{voucher.providerName}<small>{t('voucher.vatNumber', { number: voucher.providerVatNumber })}</small></Fact>
        <Fact label={t(voucher.receipt === 'order' ? 'voucher.firm' : 'voucher.employer')}>{voucher.firmName}</Fact>
        <Fact label={t('voucher.issued')}><Day at={voucher.issuedAt} time /></Fact>
        {voucher.taxLetter !== undefined && <Fact label={t('voucher.letter')}>{voucher.taxLetter}<small>{t(letterWord(voucher.taxLetter))}</small></Fact>}
        <Fact label={t('voucher.kind')}>{t(voucher.receipt === 'order' ? 'voucher.kindOrder' : 'voucher.kindSingle')}<small className="number">{t('voucher.receiptId')} {voucher.voucherId}</small></Fact>
      </dl>
      <p className="voucher-rules">{t(voucher.receipt === 'order' ? 'voucher.orderRules' : 'voucher.rules')}</p>
      <p className="voucher-issuer">{t('voucher.issuer')}</p>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
