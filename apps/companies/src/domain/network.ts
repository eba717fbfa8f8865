import { isInForce, type DataOf, type Membership, type networkFormed } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';

/** Firms bound by a network contract (DL 5/2009 art. 3 c.4-ter). Each keeps its own plan, pot and duties. */
export type Network =
  | { readonly status: 'absent' }
  | ({ readonly status: 'formed'; readonly members: readonly Membership[] } & DataOf<typeof networkFormed>);
export type KnownNetwork = Exclude<Network, { status: 'absent' }>;

export const network = { service: 'companies', name: 'network', prefix: 'net', schema: 1, initial: { status: 'absent' } as Network };

export const networkIdOf = (causeId: string): string => derivedId('net', causeId);

/** The members in force on a day in Rome, the first and the last one included: a network's prices are for these alone. */
export const membersOn = ({ members }: Pick<KnownNetwork, 'members'>, day: string): readonly string[] => members.filter((member) => isInForce(member, day)).map(({ firmId }) => firmId);

/** The membership of a firm that has no last day yet, or ends on or after a day. */
export const openMembership = ({ members }: KnownNetwork, firmId: string, day: string): Membership | undefined =>
  members.find((member) => member.firmId === firmId && (member.lastDay === undefined || member.lastDay >= day));
