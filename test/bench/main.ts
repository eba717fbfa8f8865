import { run } from './run';
import { readOptions } from './options';

/** Exit code: 0 if all is as it should be, 1 if not, 2 if the machine was too busy with something else to say. */
async function main(): Promise<void> {
  process.exitCode = await run(readOptions(process.argv.slice(2)));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exitCode = 1;
});
