import { randomInt } from 'node:crypto';
import { ApiClient } from './api-client';
import { readArguments, type TourOptions } from './arguments';
import { euro } from './euro';
import { readFigures, type Figures } from './figures';
import { freshInstance } from './fresh-instance';
import { invent } from './invented';
import { walkJourney } from './journey';
import { TourLog } from './tour-log';

/** Walks the journey on an instance; returns whether every figure is right. */
async function tour(url: string, options: TourOptions, say: (line: string) => void): Promise<boolean> {
  const world = invent(options.seed);
  const operator = new ApiClient(url, 'operatore');
  await operator.signIn(options.operator.username, options.operator.password);
  const log = new TourLog(operator, say);
  await log.begin();
  const end = await walkJourney(url, operator, log, world);
  const { figures, wrong } = await readFigures(operator, end);
  const ok = wrong.length === 0;
  for (const line of summary(figures)) say(line);
  for (const line of wrong) say(`WRONG: ${line}`);
  if (options.json) process.stdout.write(`${JSON.stringify({ ok, steps: log.steps, ...figures })}\n`);
  return ok;
}

function summary({ payments, fund, statement, firmOwes }: Figures): readonly string[] {
  const purchases = [...new Set(payments.map(({ purchase }) => purchase))];
  const lines = payments.map(({ purchase, source, amountCents, status }) => `  acquisto ${purchases.indexOf(purchase) + 1}  ${source.padEnd(9)} ${euro(amountCents).padStart(10)}  ${status}`);
  return [
    '',
    'Chi ha pagato cosa',
    ...lines,
    `  fondo: dotazione ${euro(fund.budgetCents)}, impegnato ${euro(fund.committedCents)}, pagato ${euro(fund.paidCents)}, libero ${euro(fund.freeCents)}`,
    `  alla cooperativa spettano ${euro(statement.dueCents)}; l’impresa deve ${euro(firmOwes.cents)}`,
  ];
}

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2), () => randomInt(0, 2 ** 31));
  // With --json, standard output holds the one document and nothing else.
  const say = (line: string): void => void (options.json ? process.stderr : process.stdout).write(`${line}\n`);
  say(`Seed ${options.seed} (repeat with --seed ${options.seed})`);
  const instance = options.url === undefined ? await freshInstance(say) : undefined;
  try {
    process.exitCode = (await tour(options.url ?? instance!.url, options, say)) ? 0 : 1;
  } finally {
    await instance?.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The tour failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
