import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { OrderView } from '../api/views';
import { money } from '../format/money';
import { Day, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { openOrdersQuery } from './provider.queries';

const complete = ({ providerId, orderId }: OrderView & { providerId: string }, key: string) =>
  writtenTo('orders', client.POST('/api/providers/{providerId}/orders/{orderId}/completion', { params: { path: { providerId, orderId } }, ...change(key) }));

/** The work that vouchers redeemed here ask for; "done" is what pays for it. */
export function OpenOrders({ providerId }: { readonly providerId: string }): ReactElement {
  const { t, language } = useWords();
  const orders = useQuery(openOrdersQuery(providerId));
  const completion = useChange(complete, { refreshes: ['orders', 'statements'] });
  return (
    <Section title={t('provider.orders')}>
      <ProblemNotice error={completion.error} />
      {completion.data && <Notice tone="success" live>{t('provider.doneSaid', { amount: money(completion.variables.priceCents, language) })}</Notice>}
      <Loaded query={orders}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('provider.noOrders')}</Empty>;
          return (
            <ul className="rows">
              {items.map((order) => (
                <Order key={order.orderId} order={order} busy={completion.isPending} onDone={() => completion.mutate({ ...order, providerId })} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Order({ order, busy, onDone }: { readonly order: OrderView; readonly busy: boolean; readonly onDone: () => void }): ReactElement {
  const { t, language } = useWords();
  const title = order.title ?? t('provider.service');
  return (
    <li className="row-line">
      <span>
        <strong>{title}</strong> <small>{t('provider.since')} <Day at={order.openedAt} time /></small>
      </span>
      <Money cents={order.priceCents} />
      <button type="button" className="btn btn-sm btn-success" disabled={busy} onClick={onDone} aria-label={t('provider.doneFor', { title, amount: money(order.priceCents, language) })}>
        {t('provider.done')}
      </button>
    </li>
  );
}
