import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Header } from './header';
import { useWords } from './words';

/** What surrounds each page. */
export function Layout(): ReactElement {
  const { t } = useWords();
  return (
    <>
      <a className="skip-link" href="#contenuto" onClick={() => document.getElementById('contenuto')?.focus()}>
        {t('shell.skip')}
      </a>
      <Header />
      <main id="contenuto" tabIndex={-1} className="container house-main">
        <Outlet />
      </main>
      <footer className="house-footer">
        <p className="container">{t('shell.footer')}</p>
      </footer>
    </>
  );
}
