import 'reflect-metadata';
import { Catch, Controller, UseFilters, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { messages, type MessageType } from '@salvatempo/contracts';
import { throwError } from 'rxjs';

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
}

function bind(target: object, method: string, types: readonly string[], consumer: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, method)!;
  const extras: ConsumerExtras = { consumer };
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
    const handles = (Reflect.getMetadata(HANDLES, prototype) ?? []) as { method: string; types: string[] }[];
    if (handles.length === 0) throw new Error(`${group} handles nothing`);
    for (const { method, types } of handles) bind(prototype, method, types, group);
    Controller()(target);
  };
}

/** The method that handles messages of these types; it gets the Envelope as its only argument. */
export const On =
  (...types: readonly MessageType[]): MethodDecorator =>
  (target, method) =>
    note(target, String(method), types.map(({ type }) => type));

/** The method that is shown every event of a service. */
export const OnEveryEventOf =
  (service: string): MethodDecorator =>
  (target, method) =>
    note(target, String(method), [...messages.values()].filter((m) => m.kind === 'event' && m.service === service).map(({ type }) => type));

function note(target: object, method: string, types: readonly string[]): void {
  const before = (Reflect.getMetadata(HANDLES, target) ?? []) as object[];
  Reflect.defineMetadata(HANDLES, [...before, { method, types }], target);
}
