import { Transform } from 'class-transformer';

/** A list in a query, with commas between its values. */
export const CommaSeparated = (): PropertyDecorator => Transform(({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value));
