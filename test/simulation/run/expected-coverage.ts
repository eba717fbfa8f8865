import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { edgeProblems, problems } from '@salvatempo/contracts';
import ts from 'typescript';

/**
 * Refusals that no run can reach, each with its reason. They guard a rule that something before it already keeps, and stay in
 * the decider so that it doesn't rest on the other.
 */
const UNREACHABLE: Readonly<Record<string, string>> = {
  'benefits: account-too-many-lots':
    'a hundred lots open at once on one account: a hundred credit runs, none of them spent',
  'benefits: claim-appeal-late': 'fifteen days after a decision, in a run of some sixteen days',
  'companies: family-too-many-members': 'thirty relatives of one employee, whom nobody erases',
  'companies: firm-too-many-sites': 'fifty sites of one firm',
  'companies: roster-full': 'five thousand shifts of one firm in a month',
  'companies: intermediary-full': 'fifty people of one adviser’s office',
  'companies: meeting-waiting-full': 'a hundred firms that wait for one meeting',
  'companies: network-full': 'three hundred memberships of one network',
  'benefits: claim-document-not-found': 'a route looks for the files first; only a race meets it, and a message has nobody to tell',
  'benefits: claim-integration-late': 'the deadline ends the claim before anybody comes late',
  'benefits: claim-review-early': 'one claim in twenty is drawn, and of those few are waited for by somebody who looks before they are paid',
  'benefits: claim-too-many-notes': 'thirty comments on one claim',
  'benefits: claims-validators-too-many': 'two hundred people who decide claims',
  'benefits: no-contribution-rule': 'the table of limits has no end',
  'benefits: payroll-too-many': 'ten people who do the payroll of one firm',
  'benefits: payroll-month-too-large': 'four thousand lines of one closing',
  ...Object.fromEntries(
    ['plan-not-begun', 'plan-closed', 'plan-letter', 'plan-amount', 'person-not-in-plan', 'credit-beyond-plan', 'plan-not-found'].map((code) => [`benefits: ${code}`, 'a route asks the plan before anything is decided']),
  ),
  'benefits: plan-too-many-versions': 'twelve versions of one plan, each from a later day',
  'benefits: proformas-too-many': 'a hundred open pro-formas of one firm, of which a run makes a few dozen',
  'benefits: firm-in-default': 'sixty days after credit that nobody pays, in a run of some sixteen days',
  'benefits: premium-not-found': 'whoever chooses was shown the premium, and the route knows whose it is',
  'benefits: premium-changing': 'two choices of one premium in the same moment, or a file that corrects it between the two writes of its choice',
  'benefits: premium-choice-over': 'the deadline ends the choice before anybody comes late',
  'benefits: plan-already-open': "a plan's id follows from its request, and the same request is a repeat",
  'programmes: call-already-open': "a call's id follows from its request",
  'programmes: applications-full': 'five hundred applications to one ranked call',
  'programmes: repayments-full': 'a hundred repayments of one grant',
  'programmes: hours-requests-full': 'two hundred open requests of one fund of hours',
  'programmes: rule-table-full': 'three hundred changes of one table',
  'programmes: fund-unit-mismatch': 'the routes tell a fund’s unit by its id before a decider is asked',
  'programmes: invoice-book-full': 'a hundred invoices, or two thousand purchases, of one provider for one call in a month',
  'programmes: aid-register-full': 'three hundred rows of aid of one undertaking',
  'programmes: aid-register-moved': 'the way to a register is looked up right before it is asked; only a merge in between meets it',
  'marketplace: purchase-already-requested': "a purchase's id follows from its request",
  'marketplace: voucher-whole-value': 'the shares of a quote always add up to its price',
  'marketplace: transfer-too-many': 'twenty transfers for one purchase of an owner’s',
  'providers: network-prices-full': 'twenty networks, of which a run forms three',
  'providers: import-already-accepted': "an import's id follows from its request",
};

const decidesIn = /\.(decider|aggregate)\.ts$|[/\\]domain[/\\][^/\\]+\.ts$/;

/** Every code that a decider's source names and that is a published refusal, as `service: code`. */
export function expectedRefusals(): readonly string[] {
  const found = new Set<string>();
  for (const { service, text } of sources(decidesIn))
    for (const [, code] of text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g))
      if (code! in problems && !(code! in edgeProblems)) found.add(`${service}: ${code}`);
  return [...found].filter((refusal) => !(refusal in UNREACHABLE)).sort();
}

/** Every value of a state's `status` in the types of the domain, as `service: status`. */
export function expectedStates(): readonly string[] {
  const found = new Set<string>();
  // The file that says how an aggregate begins is the one with its states; views of it have a status too.
  for (const { service, name, text } of sources(decidesIn).filter((source) => /\binitial:/.test(source.text)))
    for (const status of statusesIn(ts.createSourceFile(name, text, ts.ScriptTarget.Latest)))
      found.add(`${service}: ${status}`);
  return [...found].sort();
}

function statusesIn(file: ts.SourceFile): readonly string[] {
  const aliases = new Map<string, ts.TypeNode>();
  const found: string[] = [];
  const literals = (type: ts.TypeNode | undefined): void => {
    if (!type) return;
    if (ts.isUnionTypeNode(type)) type.types.forEach(literals);
    else if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) found.push(type.literal.text);
    else if (ts.isTypeReferenceNode(type)) literals(aliases.get(type.typeName.getText(file)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.name.getText(file) === 'status') literals(node.type);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, (node) => {
    if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type);
  });
  visit(file);
  // The state of what was never stored.
  return found.filter((status) => status !== 'absent');
}

interface Source {
  readonly service: string;
  readonly name: string;
  readonly text: string;
}

/** The services' own sources, specs left out. */
function sources(pattern: RegExp): readonly Source[] {
  const apps = join(process.cwd(), 'apps');
  return readdirSync(apps, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => ({ service: name.split(sep)[0]!, name, text: readFileSync(join(apps, name), 'utf8') }));
}
