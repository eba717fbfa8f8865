import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ProblemError, type FieldError } from '../problems/problem.error';

function flatten(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ field, code, message }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** A whitelist: fields that a route doesn't declare are refused, as are wrong types and lengths, all as `invalid-request`. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) => new ProblemError('invalid-request', { errors: flatten(errors).slice(0, 50) }),
  });
