import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentProps, ReactElement } from 'react';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { NetworkCard } from './network-card';
import { networksQuery } from './network.queries';

/** The networks that the person may see, newest first. */
export function Networks(acts: Omit<ComponentProps<typeof NetworkCard>, 'network'>): ReactElement {
  const { t } = useWords();
  const networks = useInfiniteQuery(networksQuery);
  return (
    <Section title={t('network.list')}>
      <Loaded query={networks}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{t('network.none')}</Empty> : <ul className="plain">{items.map((network) => <NetworkCard key={network.networkId} network={network} {...acts} />)}</ul>;
        }}
      </Loaded>
      <More list={networks} />
    </Section>
  );
}
