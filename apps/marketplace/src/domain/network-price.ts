import { isInForce, type DataOf, type Membership, type offerPublished } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';

/** A network as prices look at it. */
export interface PricedNetwork {
  readonly networkId: string;
  readonly title: string;
  readonly members: readonly Membership[];
}

export interface Price {
  readonly priceCents: Cents;
  /** The network whose price it is; undefined where it is the list's. */
  readonly network?: PricedNetwork;
}

type Offered = Pick<DataOf<typeof offerPublished>, 'priceCents' | 'networkPrices'>;

const isMember = ({ members }: PricedNetwork, firmId: string, day: string): boolean => members.some((member) => member.firmId === firmId && isInForce(member, day));

/** What a firm's people pay on a day: the lowest of the list's price and those of the networks of which the firm is a member on it. */
export function priceFor({ priceCents, networkPrices = [] }: Offered, networks: readonly PricedNetwork[], firmId: string, day: string): Price {
  const agreed = networkPrices.flatMap((one): Price[] => {
    const network = networks.find(({ networkId }) => networkId === one.networkId);
    return network && one.priceCents < priceCents && isMember(network, firmId, day) ? [{ priceCents: one.priceCents, network }] : [];
  });
  return agreed.reduce((best: Price, one) => (one.priceCents < best.priceCents ? one : best), { priceCents });
}
