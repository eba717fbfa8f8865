import { runDlq } from './command-line';

runDlq(process.argv.slice(2), process.env).then(
  (code) => void (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
