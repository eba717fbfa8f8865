import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { languages, type Language } from '../format/language';
import { claimWords } from '../claim/claim.words';
import { coverWords } from '../cover/cover.words';
import { employeeWords } from '../employee/employee.words';
import { expiryWords } from '../expiry/expiry.words';
import { familyWords } from '../family/family.words';
import { fundWords } from '../fund/fund.words';
import { grantWords } from '../grant/grant.words';
import { yearWords } from '../year/year.words';
import { firmWords } from '../firm/firm.words';
import { hoursWords } from '../hours/hours.words';
import { invoiceWords } from '../invoice/invoice.words';
import { callWords } from '../operator/call.words';
import { mandateWords } from '../mandate/mandate.words';
import { meetingWords } from '../meeting/meeting.words';
import { operatorWords } from '../operator/operator.words';
import { networkWords } from '../network/network.words';
import { ownWords } from '../own/own.words';
import { outreachWords } from '../outreach/outreach.words';
import { payrollWords } from '../payroll/payroll.words';
import { pathWords } from '../path/path.words';
import { planWords } from '../plan/plan.words';
import { premiumWords } from '../premium/premium.words';
import { providerWords } from '../provider/provider.words';
import { purchaseWords } from '../purchase/purchase.words';
import { rankingWords } from '../ranking/ranking.words';
import { rosterWords } from '../roster/roster.words';
import { rulesWords } from '../rules/rules.words';
import { simulateWords } from '../simulate/simulate.words';
import { siteWords } from '../sites/site.words';
import { shellWords } from './shell.words';
import { signInWords } from '../sign-in/sign-in.words';
import { surveyWords } from '../survey/survey.words';
import { voucherWords } from '../voucher/voucher.words';
import { workWords } from '../work/work.words';

export const words = {
  shell: shellWords,
  signIn: signInWords,
  employee: employeeWords,
  family: familyWords,
  fund: fundWords,
  grant: grantWords,
  year: yearWords,
  purchase: purchaseWords,
  voucher: voucherWords,
  firm: firmWords,
  provider: providerWords,
  operator: operatorWords,
  call: callWords,
  ranking: rankingWords,
  survey: surveyWords,
  mandate: mandateWords,
  path: pathWords,
  meeting: meetingWords,
  outreach: outreachWords,
  hours: hoursWords,
  invoice: invoiceWords,
  work: workWords,
  simulate: simulateWords,
  site: siteWords,
  roster: rosterWords,
  network: networkWords,
  own: ownWords,
  claim: claimWords,
  expiry: expiryWords,
  rules: rulesWords,
  payroll: payrollWords,
  cover: coverWords,
  plan: planWords,
  premium: premiumWords,
};

const KEPT = 'salvatempo-language';

function kept(): Language {
  try {
    return window.localStorage.getItem(KEPT) === 'en' ? 'en' : 'it';
  } catch {
    return 'it';
  }
}

const of = (language: Language): Record<string, object> => Object.fromEntries(Object.entries(words).map(([name, texts]) => [name, texts[language]]));

/** Italian first; what the person chose is kept on the device. */
export async function startWords(): Promise<void> {
  const resources = Object.fromEntries(languages.map((language) => [language, { translation: of(language) }]));
  await i18next.use(initReactI18next).init({ resources, lng: kept(), fallbackLng: 'it', interpolation: { escapeValue: false }, returnNull: false });
  document.documentElement.lang = i18next.language;
}

export function speak(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    window.localStorage.setItem(KEPT, language);
  } catch {
    // A device that keeps nothing speaks Italian again next time.
  }
}

/** The texts, and the language they are in. */
export function useWords(): { t: (key: string, values?: Record<string, unknown>) => string; language: Language } {
  const { t, i18n } = useTranslation();
  return { t: (key, values) => t(key, values ?? {}), language: i18n.language === 'en' ? 'en' : 'it' };
}

/** The words for a letter of TUIR art. 51; full stops part the steps of a key, so `c.3` is written `c-3` there. */
export const letterWord = (letter: string): string => `shell.letters.${letter.replaceAll('.', '-')}`;
