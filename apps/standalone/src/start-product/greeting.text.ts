import type { DemoTerritory } from '../load-demo/demo-files.reader';
import { fiscalCodesIn, readDemoCsv } from '../load-demo/demo-files.reader';

/** What is printed when the product is ready; its first line is `Salvatempo: <address>`, for people and programs alike. */
export function greeting(url: string, demo: DemoTerritory | undefined, firstOperatorPath: string | undefined): string {
  const lines = [`Salvatempo: ${url}`, `  API: ${url}/api-docs`];
  if (firstOperatorPath !== undefined) lines.push('', 'First operator (one-time link):', `  ${url}${firstOperatorPath}`);
  if (demo) lines.push('', 'Demo sign-ins (only on this machine):', ...demoSignIns(demo).map(([role, username, password]) => `  ${role.padEnd(12)} ${username.padEnd(28)} ${password}`));
  return `${lines.join('\n')}\n`;
}

function demoSignIns({ operator, firms, providers }: DemoTerritory): readonly (readonly [string, string, string])[] {
  return [
    ['operatore', operator.username, operator.password],
    ...firms.map(({ owner }) => ['impresa', owner.username, owner.password] as const),
    ...firms.flatMap(({ employees, employeesPassword }) => fiscalCodesIn(readDemoCsv(employees)).map((code) => ['dipendente', code, employeesPassword] as const)),
    ...providers.map(({ manager }) => ['cooperativa', manager.username, manager.password] as const),
  ];
}
