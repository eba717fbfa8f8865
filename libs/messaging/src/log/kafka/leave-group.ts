import type { Kafka } from 'kafkajs';

/** As much of kafkajs's own cluster as is used here. */
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  findGroupCoordinator(of: { readonly groupId: string }): Promise<{ leaveGroup(member: { readonly groupId: string; readonly memberId: string }): Promise<unknown> }>;
}

/** The cluster doesn't know the member (any more). */
const isUnknown = (error: unknown): boolean => (error as { readonly type?: string }).type === 'UNKNOWN_MEMBER_ID';

/**
 * Takes a member out of its group in whose name nobody will speak again. A consumer whose broker went away can't leave by itself, and
 * comes back as another member; its group would wait a whole session (6 s) for the one that it was before anybody is given messages.
 *
 * kafkajs has no call for it, but all that the call would need, under symbols of its own (the version is pinned, and the case
 * "is given its partitions at once" of the log's contract fails where they are gone). Throws Error where the cluster can't be asked.
 */
export async function leaveGroup(kafka: Kafka, groupId: string, memberId: string): Promise<void> {
  const cluster = clusterOf(kafka);
  try {
    await cluster.connect();
    const coordinator = await cluster.findGroupCoordinator({ groupId });
    await coordinator.leaveGroup({ groupId, memberId });
  } catch (error) {
    if (!isUnknown(error)) throw error;
  } finally {
    await cluster.disconnect().catch(() => undefined);
  }
}

function clusterOf(kafka: Kafka): Cluster {
  const create = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === 'private:Kafka:createCluster');
  if (create === undefined) throw new Error('this version of kafkajs makes its clusters in another way');
  return (kafka as unknown as Record<symbol, (options: object) => Cluster>)[create]!({ allowAutoTopicCreation: false });
}
