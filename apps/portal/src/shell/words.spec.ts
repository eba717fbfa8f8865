/// <reference types="jest" />
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { employeeWords } from '../employee/employee.words';
import { coverWords } from '../cover/cover.words';
import { expiryWords } from '../expiry/expiry.words';
import { familyWords } from '../family/family.words';
import { grantWords } from '../grant/grant.words';
import { fundWords } from '../fund/fund.words';
import { hoursWords } from '../hours/hours.words';
import { invoiceWords } from '../invoice/invoice.words';
import { mandateWords } from '../mandate/mandate.words';
import { meetingWords } from '../meeting/meeting.words';
import { networkWords } from '../network/network.words';
import { claimWords } from '../claim/claim.words';
import { ownWords } from '../own/own.words';
import { outreachWords } from '../outreach/outreach.words';
import { rosterWords } from '../roster/roster.words';
import { rulesWords } from '../rules/rules.words';
import { simulateWords } from '../simulate/simulate.words';
import { siteWords } from '../sites/site.words';
import { firmWords } from '../firm/firm.words';
import { callWords } from '../operator/call.words';
import { operatorWords } from '../operator/operator.words';
import { payrollWords } from '../payroll/payroll.words';
import { pathWords } from '../path/path.words';
import { planWords } from '../plan/plan.words';
import { premiumWords } from '../premium/premium.words';
import { providerWords } from '../provider/provider.words';
import { purchaseWords } from '../purchase/purchase.words';
import { rankingWords } from '../ranking/ranking.words';
import { signInWords } from '../sign-in/sign-in.words';
import { surveyWords } from '../survey/survey.words';
import { voucherWords } from '../voucher/voucher.words';
import { workWords } from '../work/work.words';
import { yearWords } from '../year/year.words';
import { shellWords } from './shell.words';

const words = { shell: shellWords, signIn: signInWords, employee: employeeWords, family: familyWords, fund: fundWords, purchase: purchaseWords, voucher: voucherWords, firm: firmWords, provider: providerWords, operator: operatorWords, call: callWords, claim: claimWords, cover: coverWords, expiry: expiryWords, grant: grantWords, payroll: payrollWords, premium: premiumWords, work: workWords, year: yearWords, ranking: rankingWords, survey: surveyWords, hours: hoursWords, invoice: invoiceWords, mandate: mandateWords, meeting: meetingWords, own: ownWords, path: pathWords, plan: planWords, network: networkWords, outreach: outreachWords, roster: rosterWords, rules: rulesWords, simulate: simulateWords, site: siteWords };

const keysOf = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [`${path}${name}`] : keysOf(text as object, `${path}${name}.`)));
const placesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();
const textAt = (texts: unknown, key: string): string => key.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], texts) as string;

const source = join(__dirname, '..');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(spec|words|d)\.ts$/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

describe('the words of the pages', () => {
  it.each(Object.entries(words))('%s says in English all that it says in Italian, with the same places', (_, { it: italian, en: english }) => {
    expect(keysOf(english)).toEqual(keysOf(italian));
    for (const key of keysOf(italian)) expect([key, placesOf(textAt(english, key))]).toEqual([key, placesOf(textAt(italian, key))]);
  });

  const all = Object.entries(words).flatMap(([name, texts]) => keysOf(texts.it, `${name}.`));

  it('has each word that the pages ask for', () => {
    const asked = [...code.matchAll(/'((?:shell|signIn|employee|family|purchase|voucher|firm|provider|operator|call|claim|cover|expiry|grant|payroll|premium|work|year|ranking|survey|hours|invoice|mandate|meeting|network|outreach|own|path|roster|rules|simulate|site)\.[A-Za-z.-]+)'/g)].map(([, key]) => key!);
    expect(asked.filter((key) => !all.includes(key))).toEqual([]);
  });

  it('avoids the formal address in Italian', () => {
    const formal = Object.values(words).flatMap(({ it: italian }) => keysOf(italian).map((key) => textAt(italian, key)).filter((text) => /\b(Lei|Le|Suo|Sua|Suoi|Sue)\b(?! (persone|due|imprese|regole|sedi|reti|ore))/.test(text)));
    expect(formal).toEqual([]);
  });

  it('says nothing that no page asks for', () => {
    const dynamic = /^(shell\.(letters|roles)|employee\.kinds|purchase\.(sources|sourceWhy|paymentStatus|status|[a-z]+(Title|Text)$)|voucher\.(states|stateText)|firm\.(steps|sources|changes|facts)|signIn\.(firm|cooperative)(Help)?$|survey\.scopes|fund\.(kinds|status|whys)\.|grant\.(do|means|states|roles)\.|mandate\.(scope|stages|kinds|step|codeStates)\.|outreach\.(stages|reached|next|nextOne)\.|network\.(kinds|firstDay$)|roster\.(day|who|when|where)$|site\.days\.|rules\.(tables|confidences|did|what|value|valid)|path\.(owner|stage)\.|plan\.(periods|residues|practices|drawn)\.|meeting\.(kind|mode|stage)\.|claim\.(screens|photo|addressed|kinds|holders|methods|payers|by|relations|fileKinds|acts|do|status|due|integration|appeal|forWhom$|namesUser|hasCertificate|payment$|document$|description$|total$|holder$|aid$)|cover\.(standings|means|statuses)|payroll\.file|premium\.(gross|contributions|tax|net|line|couldConvert|favoured|ordinary|outcome|changes|aboveOptions|kinds|mealKinds)|year\.(near|reached|over)$|own\.(doRecord|doPayBack)$|hours\.(budget|committed|used|free)$|(operator|firm)\.grantStages|operator\.givers|call\.(regimes|abouts|evidences)|ranking\.outcomes|operator\.(pending|admissible|refused|renounced|revoked)$)/;
    expect(all.filter((key) => !dynamic.test(key) && !code.includes(`'${key}'`))).toEqual([]);
  });
});
