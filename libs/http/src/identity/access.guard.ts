import { SetMetadata, createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Role } from '@salvatempo/contracts';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.error';
import type { Authenticator } from './authenticator';
import { hasRole, type Principal } from './principal';

const ACCESS = 'salvatempo:access';
type Access = { readonly anybody: true } | { readonly roles: readonly Role[] };

/** A route for everybody, signed in or not. */
export const Anybody = (): MethodDecorator => SetMetadata(ACCESS, { anybody: true } satisfies Access);

/** A route for people with one of these roles; none named means everybody who is signed in. */
export const Allow = (...roles: readonly Role[]): MethodDecorator => SetMetadata(ACCESS, { roles } satisfies Access);

interface Known {
  principal?: Principal;
}

/** Lets nobody through to a route that doesn't say who may: a forgotten decorator is a 403, not a hole. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & Known>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const principal = this.authenticator.principalOf(request);
    // Mostly known at once: then nobody has to wait.
    return principal instanceof Promise ? principal.then((found) => this.admit(request, access, found)) : this.admit(request, access, principal);
  }

  private admit(request: Known, access: Access | undefined, principal: Principal | undefined): boolean {
    request.principal = principal;
    if (access && 'anybody' in access) return true;
    if (!request.principal) throw new ProblemError('not-signed-in');
    const roles = access?.roles;
    if (!roles || (roles.length > 0 && !roles.some((role) => hasRole(request.principal!, role)))) throw new ProblemError('not-allowed');
    return true;
  }
}

/** The parameter that gets who is asking; only on routes that aren't for anybody. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest & Known>();
  if (!principal) throw new ProblemError('not-signed-in');
  return principal;
});
