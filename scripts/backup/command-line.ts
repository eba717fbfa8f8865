import { parseArgs } from 'node:util';

/** Wrong arguments; the message ends with how the command is used. */
export class UsageError extends Error {}

/** Reads options that each take a text. `required` ones must be there. Throws UsageError. */
export function readOptions(argv: readonly string[], usage: string, names: readonly string[], required: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  let values: Record<string, string | undefined>;
  try {
    values = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. To specify')[0]}.\n${usage}`);
  }
  for (const name of required) if (!values[name]) throw new UsageError(`--${name} is missing.\n${usage}`);
  return values;
}

/** Runs a command: its line on stdout and exit code 0; an error on stderr, and 2 for wrong arguments or 1 for anything else. */
export async function runCommand(name: string, command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${name}: ${await command()}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${(error as Error).message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
