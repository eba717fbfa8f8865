import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useSession } from './session';

/** Sends who is no longer signed in to the sign-in page, and back here afterwards. */
export function Guarded({ children }: { readonly children: ReactNode }): ReactElement | null {
  const session = useSession();
  const navigate = useNavigate();
  useEffect(() => {
    if (!session && window.location.pathname !== '/accesso') void navigate({ to: '/accesso', search: { da: window.location.pathname, avviso: 'ended' } });
  }, [session, navigate]);
  return session ? <>{children}</> : null;
}
