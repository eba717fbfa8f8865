import { ValidateIf } from 'class-validator';

/** A field that may be left out; null is a value, and not one that is taken. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);
