import { SetMetadata } from '@nestjs/common';

const UNKEPT = 'salvatempo:unkept';

/**
 * A changing route whose answer is a secret, such as a session's: the answer is kept nowhere, no Idempotency-Key is asked for,
 * and a repeat does again what harms nobody, such as opening one more session (ADR 0120).
 */
export const Unkept = (): MethodDecorator => SetMetadata(UNKEPT, true);

export const isUnkept = (method: object): boolean => Reflect.getMetadata(UNKEPT, method) === true;
