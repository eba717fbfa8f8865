import type { ReactElement } from 'react';
import type { FieldProblem } from '../api/problem';
import { useWords } from '../shell/words';

/** What is wrong with a refused file, and where. */
export function CsvErrors({ errors }: { readonly errors: readonly FieldProblem[] }): ReactElement | null {
  const { t } = useWords();
  if (errors.length === 0) return null;
  return (
    <ul className="csv-errors" aria-label={t('shell.csvErrors')}>
      {errors.map(({ line, column, field, message, code }) => (
        <li key={`${line}.${column}.${code}`}>
          <strong>{field ? t('shell.csvPlaceNamed', { line, column, field }) : t('shell.csvPlace', { line, column })}</strong>
          <span>{message ?? code}</span>
        </li>
      ))}
    </ul>
  );
}
