import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { AccessGuard, Allow, Anybody } from './access.guard';
import type { Authenticator } from './authenticator';
import type { Principal } from './principal';

class Routes {
  forgotten(): void {}
  @Anybody() open(): void {}
  @Allow() signedIn(): void {}
  @Allow('operator') operators(): void {}
  @Allow('firm-admin', 'employee') firm(): void {}
}

const person = (...roles: Role[]): Principal => ({ personId: derivedId('per', 'a'), sessionId: derivedId('ses', 'a'), roles: roles.map((role) => ({ role, organisationId: 'x' })) });

async function verdict(route: keyof Routes, principal: Principal | undefined): Promise<string> {
  const request: { principal?: Principal } = {};
  const context = { getType: () => 'http', getHandler: () => Routes.prototype[route], switchToHttp: () => ({ getRequest: () => request }) };
  const guard = new AccessGuard(new Reflector(), { principalOf: async () => principal } as unknown as Authenticator);
  try {
    const through = await guard.canActivate(context as unknown as ExecutionContext);
    return through && request.principal === principal ? 'through' : 'lost the principal';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the access guard', () => {
  it.each<[keyof Routes, Principal | undefined, string]>([
    ['forgotten', undefined, 'not-signed-in'],
    ['forgotten', person('operator', 'firm-admin'), 'not-allowed'],
    ['open', undefined, 'through'],
    ['open', person(), 'through'],
    ['signedIn', undefined, 'not-signed-in'],
    ['signedIn', person(), 'through'],
    ['operators', undefined, 'not-signed-in'],
    ['operators', person(), 'not-allowed'],
    ['operators', person('firm-admin', 'employee', 'provider-admin'), 'not-allowed'],
    ['operators', person('operator'), 'through'],
    ['firm', person('operator'), 'not-allowed'],
    ['firm', person('employee'), 'through'],
    ['firm', person('provider-admin', 'firm-admin'), 'through'],
  ])('on a route that is %s lets %j %s', async (route, principal, expected) => expect(await verdict(route, principal)).toBe(expected));

  it('has no say about messages', async () => {
    const guard = new AccessGuard(new Reflector(), {} as Authenticator);
    expect(await guard.canActivate({ getType: () => 'rpc' } as unknown as ExecutionContext)).toBe(true);
  });
});
