import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { ActivationPage } from '../sign-in/activation.page';
import { LostPasswordPage } from '../sign-in/lost-password.page';
import { RegistrationPage } from '../sign-in/registration.page';
import { SignInPage } from '../sign-in/sign-in.page';
import { WelcomePage } from '../sign-in/welcome.page';
import { OptOutPage } from '../expiry/opt-out.page';
import { QuestionnairePage } from '../survey/questionnaire.page';
import { Layout } from './layout';
import { NotFoundPage } from './not-found.page';
import { queries } from './queries';
import { rolePages } from './role-pages';
import { homeOf, sessionQuery } from './session';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ to: homeOf(await queries.ensureQueryData(sessionQuery)) });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/accesso',
  validateSearch: (search: Record<string, unknown>): { da?: string; avviso?: string } => ({ da: text(search['da']), avviso: text(search['avviso']) }),
  component: function SignIn() {
    const { da, avviso } = signIn.useSearch();
    return <SignInPage wanted={da} notice={avviso === 'ended' || avviso === 'changed' ? avviso : undefined} />;
  },
});

const activation = createRoute({ getParentRoute: () => root, path: '/attivazione', component: ActivationPage });
const lostPassword = createRoute({ getParentRoute: () => root, path: '/password-dimenticata', component: LostPasswordPage });
const registration = createRoute({
  getParentRoute: () => root,
  path: '/registrazione',
  beforeLoad: () => queries.ensureQueryData(sessionQuery),
  component: RegistrationPage,
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/benvenuto',
  // A code of digits alone would be read as a number.
  validateSearch: (search: Record<string, unknown>): { codice?: string } => ({ codice: text(typeof search['codice'] === 'number' ? String(search['codice']) : search['codice']) }),
  component: function Welcome() {
    return <WelcomePage code={welcome.useSearch().codice} />;
  },
});

const questionnaire = createRoute({
  getParentRoute: () => root,
  path: '/questionario/$token',
  component: function Questionnaire() {
    return <QuestionnairePage token={questionnaire.useParams().token} />;
  },
});

const optOut = createRoute({
  getParentRoute: () => root,
  path: '/avvisi/$remindersId/$code',
  component: function OptOut() {
    return <OptOutPage {...optOut.useParams()} />;
  },
});

const tree = root.addChildren([index, signIn, activation, lostPassword, registration, welcome, questionnaire, optOut, ...rolePages(root)]);

export const router = createRouter({ routeTree: tree, defaultPreload: false, scrollRestoration: true });
