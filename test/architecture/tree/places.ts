/** The names of docs/architecture.md: where a file stands decides what it may do. */
export interface Place {
  readonly kind: 'lib' | 'service' | 'standalone' | 'gateway' | 'portal' | 'script' | 'test';
  /** Of the lib or app. */
  readonly name: string;
}

export function placeOf(path: string): Place {
  const [folder, name = ''] = path.split('/');
  if (folder === 'libs') return { kind: 'lib', name };
  if (folder === 'scripts') return { kind: 'script', name: '' };
  if (folder !== 'apps') return { kind: 'test', name: '' };
  return name === 'standalone' || name === 'gateway' || name === 'portal'
    ? { kind: name, name }
    : { kind: 'service', name };
}

export function isTest(path: string): boolean {
  return /\.(spec|fixture)\.tsx?$/.test(path);
}

/** Code that runs in the product: no test of it, no tool around it. */
export function isProduct(path: string): boolean {
  const { kind, name } = placeOf(path);
  return kind !== 'script' && kind !== 'test' && name !== 'testing' && !isTest(path);
}
