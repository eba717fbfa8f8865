import type { ParkedMessage } from '@salvatempo/store';
import type { Delivery } from '../log/event-log';

/** How a delivery is named in the store: `topic:partition:offset`. */
export const idOf = ({ topic, partition, offset }: Delivery): string => `${topic}:${partition}:${offset}`;

/** The delivery that was set aside, with its place in the log read from its id. */
export function deliveryOf(message: ParkedMessage): Delivery {
  const [partition, offset] = message.delivery.split(':').slice(1).map(Number);
  return { ...message, partition: partition!, offset: offset! };
}
