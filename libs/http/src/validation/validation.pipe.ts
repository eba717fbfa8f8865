import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { ProblemError, type FieldError } from '../problems/problem.error';
import { rememberConstraints } from './remember-constraints';

function flatten(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ field, code, message }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** Most reads come without a query, and what an empty one makes is always the same: it is checked once for each class. */
class WhitelistPipe extends ValidationPipe {
  private readonly fineWhenEmpty = new WeakSet<object>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype, type } = metadata;
    if (type !== 'query' || !metatype || !isEmpty(value)) return super.transform(value, metadata);
    if (this.fineWhenEmpty.has(metatype)) return new metatype() as unknown;
    const made: unknown = await super.transform(value, metadata);
    this.fineWhenEmpty.add(metatype);
    return made;
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const _ in value) return false;
  return true;
}

/** A whitelist: fields that a route doesn't declare are refused, as are wrong types and lengths, all as `invalid-request`. */
export function validationPipe(): ValidationPipe {
  rememberConstraints();
  return new WhitelistPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) => new ProblemError('invalid-request', { errors: flatten(errors).slice(0, 50) }),
  });
}
