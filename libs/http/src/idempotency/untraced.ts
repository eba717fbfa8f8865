import { SetMetadata, type ExecutionContext } from '@nestjs/common';

const UNTRACED = 'salvatempo:untraced';

/**
 * A changing route of people who stay unknown: its Idempotency-Key is asked for and kept nowhere here, nor is who asked and when.
 * The cause follows from the route and the key alone, and whoever decides knows a repeat by it (ADR 0240).
 */
export const Untraced = (): MethodDecorator => SetMetadata(UNTRACED, true);

export const isUntraced = (context: ExecutionContext): boolean => Reflect.getMetadata(UNTRACED, context.getHandler()) === true;
