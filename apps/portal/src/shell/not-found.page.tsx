import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page } from './page';
import { useWords } from './words';

export function NotFoundPage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('shell.notFound')} lead={t('shell.notFoundHow')} narrow>
      <Link to="/" className="btn btn-primary">{t('shell.home')}</Link>
    </Page>
  );
}
