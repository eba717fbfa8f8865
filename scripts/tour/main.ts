import { randomInt } from 'node:crypto';
import { ApiClient } from './api-client';
import { readArguments, type TourOptions } from './arguments';
import { readBenefitsFigures, type BenefitsFigures } from './benefits/figures';
import { walkBenefits } from './benefits/journey';
import { euro } from './euro';
import { readFigures, type Figures } from './figures';
import { freshInstance } from './fresh-instance';
import { invent } from './invented';
import { walkJourney } from './journey';
import { readProgrammeFigures, type ProgrammeFigures } from './programme/figures';
import { walkProgramme } from './programme/journey';
import { TourLog } from './tour-log';

/** Walks the journey on an instance; returns whether every figure is right. */
async function tour(url: string, options: TourOptions, say: (line: string) => void): Promise<boolean> {
  const world = invent(options.seed);
  const operator = new ApiClient(url, 'operatore');
  await operator.signIn(options.operator.username, options.operator.password);
  const log = new TourLog(operator, say);
  await log.begin();
  const end = await walkJourney(url, operator, log, world);
  const first = await readFigures(operator, end);
  for (const line of summary(first.figures)) say(line);
  say('\nSeconda parte: un bando in regime de minimis');
  const programmeLog = new TourLog(operator, say);
  await programmeLog.begin();
  const second = await readProgrammeFigures(operator, await walkProgramme(url, operator, programmeLog, options.seed, end));
  for (const line of programmeSummary(second.figures)) say(line);
  say('\nTerza parte: rimborsi, soglia e chiusura dell’anno');
  const benefitsLog = new TourLog(operator, say);
  await benefitsLog.begin();
  const third = await readBenefitsFigures(await walkBenefits(url, operator, benefitsLog, options.seed));
  for (const line of benefitsSummary(third.figures)) say(line);
  const wrong = [...first.wrong, ...second.wrong, ...third.wrong];
  const ok = wrong.length === 0;
  for (const line of wrong) say(`WRONG: ${line}`);
  // Each later part stands under a key of its own: the first one's keys mean what they meant before there were others.
  const parts = { programme: { steps: programmeLog.steps, ...second.figures }, benefits: { steps: benefitsLog.steps, ...third.figures } };
  if (options.json) process.stdout.write(`${JSON.stringify({ ok, steps: log.steps, ...first.figures, ...parts })}\n`);
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

const POOLS: Readonly<Record<string, string>> = { firm: 'dell’impresa', network: 'della rete', association: 'dell’associazione', comune: 'del Comune' };

const programmeSummary = ({ deMinimis, ruleTrials, ranking, survey, planDraft, ownerPurchase, dossier }: ProgrammeFigures): readonly string[] => [
  '',
  `  oltre il massimale de minimis: ${deMinimis.refusal}; con un tetto di 2 dipendenti avrebbero avuto il contributo ${ruleTrials.firms[1]} imprese invece di ${ruleTrials.firms[0]}`,
  `  al 50% gli acquisti avrebbero avuto ${euro(ruleTrials.cents[1])} invece di ${euro(ruleTrials.cents[0])}`,
  `  graduatoria: ${ranking.funded} finanziata e ${ranking.waiting} in attesa, ${ranking.isMadeAgain ? 'uguale se rifatta da ciò che è pubblico' : 'DIVERSA se rifatta'}; questionario: ${survey.answers ?? 0} risposte, bozza del piano: ${planDraft.services} servizi da ${planDraft.answers ?? 0} risposte ${POOLS[planDraft.scope ?? ''] ?? 'che non si leggono'}`,
  `  per il titolare: contributo ${euro(ownerPurchase.incentiveCents)}, bonifico ${euro(ownerPurchase.ownCents)}, nulla di emesso prima del bonifico`,
  `  rendicontabile ${euro(dossier.reportableCents)} in ${dossier.lines} righe, ${dossier.missing} cose mancanti, ${dossier.files} file con la loro impronta`,
];

const benefitsSummary = ({ claims, limit, year, credit }: BenefitsFigures): readonly string[] => [
  '',
  `  rimborsi: ${euro(claims.partly.reimbursedCents)} di ${euro(claims.partly.askedCents)}, e ${euro(claims.appealed.reimbursedCents)} dopo un ricorso; sul conto restano ${Object.values(credit).map(euro).join(' e ')}`,
  `  oltre la soglia: ${limit.refusal}; ne restano ${euro(limit.leftCents)}`,
  `  anno chiuso per ${year.accounts} conti, imponibile ${euro(year.taxableCents)}`,
];

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
