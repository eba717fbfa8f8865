import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { MembershipView, NetworkSummary, NetworkView } from '../api/views';
import { day } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { useWords } from '../shell/words';
import { networkQuery } from './network.queries';

interface Props {
  readonly network: NetworkSummary;
  /** What can be done with a membership, and with the network; nothing for a firm. */
  readonly departure?: (network: NetworkView, member: MembershipView) => ReactNode;
  readonly more?: (network: NetworkSummary) => ReactNode;
}

/** A network contract with its programme and all its members, those that left too. */
export function NetworkCard({ network, departure, more }: Props): ReactElement {
  const { t, language } = useWords();
  const { networkId, title, kind, commonFund, membersInForce } = network;
  const detail = useQuery(networkQuery(networkId));
  const name = t('network.members', { title });
  return (
    <li className="tile">
      <h3>{title}</h3>
      <p>{t(`network.kinds.${kind}`)}; {t(commonFund ? 'network.fund' : 'network.noFund')}</p>
      <p>{t('network.inForce', { n: membersInForce })}</p>
      <Loaded query={detail}>
        {(value) => (
          <>
            <p>{value.bodyName === undefined ? t('network.noBody') : t('network.body', { name: value.bodyName })}</p>
            <p className="lines"><strong>{t('network.programme')}</strong>: {value.programme}</p>
            {value.members.length === 0 ? <Empty>{t('network.noMembers')}</Empty> : (
              <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
                <table className="table">
                  <caption>{name}</caption>
                  <thead><tr>{['firm', 'firstDay', 'lastDay'].map((word) => <th key={word} scope="col">{t(`network.${word}`)}</th>)}</tr></thead>
                  <tbody>
                    {value.members.map((member) => (
                      <tr key={`${member.firmId}/${member.firstDay}`}>
                        <th scope="row">{member.name}</th>
                        <td>{day(member.firstDay, language)}</td>
                        <td>{member.lastDay === undefined ? (departure?.(value, member) ?? t('network.stillIn')) : day(member.lastDay, language)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
      {more?.(network)}
    </li>
  );
}
