import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Role } from '../api/views';
import { Page } from './page';
import { homeOf, sessionQuery } from './session';
import { useWords } from './words';

/** Given to people by others, while they may be signed in already. */
const APPOINTED: readonly Role[] = ['payroll', 'claims-validator'];

export const isAppointed = (role: Role): boolean => APPOINTED.includes(role);

const LOOK_EVERY_MS = 2_000;
/** An appointment takes a moment to reach the session; who waits longer looks again by hand. */
const MAX_LOOKS = 60;

/** The page of an appointment; where the person has none (yet), that it isn't there, looked for again by itself for two minutes. */
export function AwaitedRole({ role, children }: { readonly role: Role; readonly children: ReactNode }): ReactElement {
  const { t } = useWords();
  const [looks, setLooks] = useState(0);
  const { data: session, refetch } = useQuery(sessionQuery);
  const isThere = session?.roles.some((held) => held.role === role) ?? false;
  const isLooking = !isThere && looks < MAX_LOOKS;
  useEffect(() => {
    if (!isLooking) return undefined;
    const timer = setTimeout(() => void refetch().finally(() => setLooks((before) => before + 1)), LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isLooking, looks, refetch]);
  if (isThere) return <>{children}</>;
  return (
    <Page title={t('shell.awaited.title')} narrow>
      <p>{t('shell.awaited.text')}</p>
      <p role="status">{t(isLooking ? 'shell.awaited.looking' : 'shell.awaited.stopped')}</p>
      {!isLooking && <p><button type="button" className="btn btn-primary" onClick={() => setLooks(0)}>{t('shell.awaited.again')}</button></p>}
      <p><Link to={homeOf(session ?? null)}>{t('shell.awaited.home')}</Link></p>
    </Page>
  );
}
