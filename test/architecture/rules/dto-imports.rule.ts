import type { Rule } from './rule';

const typeImports =
  /import\s+type\s*\{[^}]*\}\s*from\s*['"][^'"]*\.dto['"]|import\s*\{[^}]*\btype\s+\w*[^}]*\}\s*from\s*['"][^'"]*\.dto['"]/;

/** The compiler would write `Object` as the parameter's type, and the validation pipe would let anything pass. */
export const dtoImports: Rule = {
  name: 'dto-imports',
  says: 'a controller imports its DTOs as values: of a type import, validation sees nothing',
  findings: ({ sources }) =>
    sources
      .filter(({ path, text }) => path.endsWith('.controller.ts') && typeImports.test(text))
      .map(({ path }) => `${path} imports a DTO as a type`),
};
