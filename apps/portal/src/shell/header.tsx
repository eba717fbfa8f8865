import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { bodyOf, client, change } from '../api/client';
import { useChange } from '../api/change';
import { Icon } from '../parts/icon';
import { LanguageSwitch } from './language-switch';
import { RoleMenu } from './role-menu';
import { sessionChanged, useSession } from './session';
import { useWords } from './words';

/** Name of the house, language, who is signed in, and the pages of their roles. */
export function Header(): ReactElement {
  const { t } = useWords();
  const session = useSession();
  return (
    <header className="house-header">
      <div className="house-bar container">
        <Link to="/" className="house-name">
          <Icon name="clock" /> Salvatempo
        </Link>
        <div className="house-tools">
          <LanguageSwitch />
          {session ? <SignOut name={session.displayName ?? session.username} /> : <Link to="/accesso" className="house-tool">{t('shell.signIn')}</Link>}
        </div>
      </div>
      {session && session.roles.length > 0 && <RoleMenu roles={session.roles.map(({ role }) => role)} />}
    </header>
  );
}

function SignOut({ name }: { readonly name: string | undefined }): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useChange((_: null, key) => bodyOf(client.DELETE('/api/identity/sessions/current', change(key))), {
    then: async () => {
      // First away from the page that needs a session, or it would say that the session ended.
      await navigate({ to: '/accesso' });
      await sessionChanged(queries);
    },
  });
  return (
    <>
      {name && <span className="house-person">{name}</span>}
      <button type="button" className="house-tool" onClick={() => signOut.mutate(null)} disabled={signOut.isPending}>
        {t('shell.signOut')}
      </button>
    </>
  );
}
