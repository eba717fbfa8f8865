import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { OperatorBootstrap } from './appoint-operator/operator-bootstrap.handler';
import { IdentityModule } from './identity.module';

void runService('identity', IdentityModule, {
  started: async (app, { firstOperator }) => {
    const operators = app.get(OperatorBootstrap);
    if (firstOperator !== undefined) {
      const colon = firstOperator.indexOf(':');
      await operators.ensureOperator(firstOperator.slice(0, colon), firstOperator.slice(colon + 1));
    }
    const path = await operators.ensureFirstOperatorLink();
    return path === undefined ? undefined : `first operator: ${path}`;
  },
});
