import type { DomainEvent, OutgoingCommand } from '@salvatempo/kernel';
import type { z } from 'zod';

/** A kind of message: its name, where it goes, and what its data must look like. */
export interface MessageType<D extends object = object> {
  /** `<service>.<name>.v<n>`; an event's name is in the past tense, a command's in the imperative. */
  readonly type: string;
  readonly kind: 'event' | 'command';
  /** Service that owns the message: publishes the event, or decides the command. */
  readonly service: string;
  readonly topic: string;
  readonly schema: z.ZodType<D>;
}

export interface EventType<D extends object = object> extends MessageType<D> {
  readonly kind: 'event';
  /** The event with these data, as a decider returns it. */
  of(data: D): DomainEvent<D>;
}

export interface CommandType<D extends object = object> extends MessageType<D> {
  readonly kind: 'command';
  /** The command for one aggregate, as a process sends it. */
  to(aggregateId: string, data: D): OutgoingCommand<D>;
}

/** The data of a message type. */
export type DataOf<M> = M extends MessageType<infer D> ? D : never;

const serviceOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** Declares an event. Unknown fields are dropped on receipt, so that a version may gain optional ones. */
export function event<D extends object>(type: string, schema: z.ZodType<D>): EventType<D> {
  const service = serviceOf(type);
  return { type, kind: 'event', service, topic: `${service}.events`, schema, of: (data) => ({ type, data }) };
}

/** Declares a command to aggregates of `type`'s service. */
export function command<D extends object>(type: string, schema: z.ZodType<D>): CommandType<D> {
  const service = serviceOf(type);
  return { type, kind: 'command', service, topic: `${service}.commands`, schema, to: (to, data) => ({ type, to, data }) };
}
