import 'reflect-metadata';
import { Catch, Controller, UseFilters, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { messages, type MessageType } from '@salvatempo/contracts';
import { throwError } from 'rxjs';
import type { Projection } from '../projections/projection';

const HANDLES = Symbol('salvatempo:handles');

/** Passes every error on as it is; without it a global filter would make each failure look handled. */
@Catch()
class Rethrow implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): unknown {
    return throwError(() => error);
  }
}

/** What our transport is told of each handler: its consumer group. */
export interface ConsumerExtras {
  readonly consumer: string;
  /** By type: prefixes of the aggregates that a message must be about; a type without an entry is taken whatever it is about. */
  readonly about?: About;
}

export type About = ReadonlyMap<string, ReadonlySet<string>>;

interface Handles {
  readonly method: string;
  readonly types: readonly string[];
  readonly about?: About;
}

function bind(target: object, { method, types, about }: Handles, consumer: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, method)!;
  const extras: ConsumerExtras = { consumer, ...(about && { about }) };
  (EventPattern as (pattern: unknown, transport: symbol, extras: object) => MethodDecorator)(types, EVENTS, extras)(target, method, descriptor);
  UseFilters(new Rethrow())(target, method, descriptor);
}

/** The transport id under which handlers are registered. */
export const EVENTS = Symbol('salvatempo:events');

/**
 * A class that consumes messages as one group with one progress.
 * @param group `<service>.<consumer>`; its dead letters go to `<group>.dlq`.
 */
export function Consumer(group: string): ClassDecorator {
  return (target) => {
    const prototype = target.prototype as object;
    const handles = (Reflect.getMetadata(HANDLES, prototype) ?? []) as Handles[];
    if (handles.length === 0) throw new Error(`${group} handles nothing`);
    for (const one of handles) bind(prototype, one, group);
    Controller()(target);
  };
}

/** The method that handles messages of these types; it gets the Envelope as its only argument. */
export const On =
  (...types: readonly MessageType[]): MethodDecorator =>
  (target, method) =>
    note(target, String(method), types.map(({ type }) => type));

/** What of a projection says which events it takes. */
export type Taking = Pick<Projection<never>, 'prefix' | 'isSparse'> & { readonly on: Readonly<Record<string, unknown>> };

/**
 * The method that is shown every event of a service; where projections are named, only those that one of them takes, so that a
 * group needn't be shown what it has no use for.
 */
export const OnEveryEventOf =
  (service: string, ...projections: readonly Taking[]): MethodDecorator =>
  (target, method) => {
    const types = [...messages.values()].filter((m) => m.kind === 'event' && m.service === service).map(({ type }) => type);
    if (projections.length === 0) return note(target, String(method), types);
    const about = new Map(types.map((type) => [type, new Set(projections.filter(({ on, isSparse }) => !isSparse || type in on).map(({ prefix }) => prefix))] as const));
    note(target, String(method), types.filter((type) => about.get(type)!.size > 0), about);
  };

function note(target: object, method: string, types: readonly string[], about?: About): void {
  const before = (Reflect.getMetadata(HANDLES, target) ?? []) as readonly Handles[];
  const handles: Handles = { method, types, ...(about && { about }) };
  Reflect.defineMetadata(HANDLES, [...before, handles], target);
}
