import ts from 'typescript';

/** The code without its comments, which may well talk of clocks and environments. */
export function codeOf(text: string): string {
  const options: ts.CompilerOptions = {
    removeComments: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    jsx: ts.JsxEmit.Preserve,
  };
  return ts.transpileModule(text, { compilerOptions: options, fileName: 'code.tsx' }).outputText;
}

/** The first of the patterns that the code, comments left out, contains. */
export function firstMatch(text: string, patterns: readonly RegExp[]): string | undefined {
  const find = (where: string) =>
    patterns.map((pattern) => pattern.exec(where)?.[0]).find((found) => found !== undefined);
  // Compiling each file takes seconds; few of them match at all.
  return find(text) === undefined ? undefined : find(codeOf(text));
}
