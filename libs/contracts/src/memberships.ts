import type { DataOf } from './envelope/message';
import type { networkMemberJoined, networkMemberLeft } from './companies.messages';

/** A firm in a network: from a day on, up to its last day where that is known. Days are `YYYY-MM-DD` in Rome, both included. */
export interface Membership {
  readonly firmId: string;
  readonly firstDay: string;
  readonly lastDay?: string;
}

/** The memberships of a network after a firm joined it. */
export const withJoined = (members: readonly Membership[], { firmId, firstDay }: Omit<DataOf<typeof networkMemberJoined>, 'networkId'>): readonly Membership[] => [...members, { firmId, firstDay }];

/** The memberships of a network after a firm left it: the one that had no last day has it now. */
export const withLeft = (members: readonly Membership[], { firmId, lastDay }: Omit<DataOf<typeof networkMemberLeft>, 'networkId'>): readonly Membership[] =>
  members.map((member) => (member.firmId === firmId && member.lastDay === undefined ? { ...member, lastDay } : member));

/** Whether a membership is in force on a day in Rome: a network's prices are for these alone. */
export const isInForce = ({ firstDay, lastDay }: Membership, day: string): boolean => firstDay <= day && (lastDay === undefined || day <= lastDay);
