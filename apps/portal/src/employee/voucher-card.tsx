import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { VoucherView } from '../api/views';
import { Day, Money } from '../parts/amounts';
import { useWords } from '../shell/words';

export function VoucherCard({ voucher }: { readonly voucher: VoucherView }): ReactElement {
  const { t } = useWords();
  return (
    <li className="tile tile-voucher">
      <h3>
        <Link to="/voucher/$voucherId" params={{ voucherId: voucher.voucherId }} className="tile-link">{voucher.title}</Link>
      </h3>
      {voucher.providerName && <p>{t('employee.by', { provider: voucher.providerName })}</p>}
      <p>{t('employee.useBy')} <strong><Day at={voucher.expiresAt} /></strong></p>
      <p className="tile-foot">
        <strong><Money cents={voucher.valueCents} /></strong>
        <span className="tile-go" aria-hidden="true">{t('employee.open')}</span>
      </p>
    </li>
  );
}
