import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import type { PurchaseView } from '../api/views';
import { firmsQuery } from '../operator/operator.queries';
import { Day, Money } from '../parts/amounts';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { StatusTag } from '../purchase/status-tag';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { transfersQuery, type TransferTask } from './own.queries';
import { Reference } from './reference';
import { TransferDialog } from './transfer.dialog';

/** The office's desk for owners' transfers: what is awaited, what is to be sent back, and the one of a reference on a bank statement. */
export function TransfersPage(): ReactElement {
  const { t } = useWords();
  const [reference, setReference] = useState<string>();
  const { register, handleSubmit, formState: { errors } } = useForm<{ reference: string }>({ defaultValues: { reference: '' } });
  const validate = (value: string): boolean | string => /^\s*(?:\d\s*){16}$/.test(value) || t('own.referenceWrong');
  return (
    <Page title={t('own.officeTitle')} lead={t('own.officeLead')}>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => setReference(values.reference.replace(/\s/g, '')))(event)}>
        <Field label={t('own.find')} help={t('own.findHelp')} inputMode="numeric" autoComplete="off" maxLength={40} field={register('reference', { validate })} error={errors.reference?.message} />
        <Submit busy={false}>{t('own.doFind')}</Submit>
      </form>
      {reference !== undefined && <Section title={t('own.found')}><Transfers asked={{ reference }} none={t('own.notFound')} /></Section>}
      <Section title={t('own.awaited')}><Transfers asked={{ task: 'awaited' }} none={t('own.noneAwaited')} /></Section>
      <Section title={t('own.owed')}><Transfers asked={{ task: 'owed-back' }} none={t('own.noneOwed')} /></Section>
    </Page>
  );
}

function Transfers({ asked, none }: { readonly asked: { readonly task: TransferTask } | { readonly reference: string }; readonly none: string }): ReactElement {
  const { t } = useWords();
  const transfers = useInfiniteQuery(transfersQuery(asked));
  const firms = useQuery(firmsQuery);
  const nameOf = (firmId: string): string => firms.data?.items.find((firm) => firm.firmId === firmId)?.name ?? t('hours.firm', { id: firmId.slice(-6).toUpperCase() });
  return (
    <>
      <Loaded query={transfers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{none}</Empty> : <ul className="rows">{items.map((one) => <Transfer key={one.purchaseId} purchase={one} firm={nameOf(one.firmId)} />)}</ul>;
        }}
      </Loaded>
      <More list={transfers} />
    </>
  );
}

function Transfer({ purchase, firm }: { readonly purchase: PurchaseView; readonly firm: string }): ReactElement {
  const { t } = useWords();
  const { title, status, transfer } = purchase;
  if (!transfer) return <li>{t('own.noTransferNeeded')}</li>;
  const { owedBackCents, amountCents, dueAt, reference } = transfer;
  return (
    <li>
      <div className="row-line">
        <div>
          <strong>{firm}</strong>: {title} <StatusTag status={status} />
          <br />
          <Reference digits={reference} /> <small>{t('own.amountDue')} <Money cents={owedBackCents > 0 ? owedBackCents : amountCents} />{status === 'awaiting-transfer' && <>, {t('own.dueBy')} <Day at={dueAt} /></>}</small>
        </div>
        <div className="actions">
          <TransferDialog act="record" purchase={purchase} of={`${firm}, ${title}`} />
          {owedBackCents > 0 && <TransferDialog act="pay-back" purchase={purchase} of={`${firm}, ${title}`} />}
        </div>
      </div>
    </li>
  );
}
