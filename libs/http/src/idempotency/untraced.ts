import { SetMetadata } from '@nestjs/common';

const UNTRACED = 'salvatempo:untraced';

/**
 * A changing route of people who stay unknown: its Idempotency-Key is asked for and kept nowhere here, nor is who asked and when.
 * The cause follows from the route and the key alone, and whoever decides knows a repeat by it (ADR 0240).
 */
export const Untraced = (): MethodDecorator => SetMetadata(UNTRACED, true);

export const isUntraced = (method: object): boolean => Reflect.getMetadata(UNTRACED, method) === true;
