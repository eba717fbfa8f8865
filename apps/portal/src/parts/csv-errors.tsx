import type { ReactElement } from 'react';
import type { FieldProblem } from '../api/problem';
import { useWords } from '../shell/words';

/** What is wrong with a refused file, where. */
export function CsvErrors({ errors }: { readonly errors: readonly FieldProblem[] }): ReactElement | null {
  const { t, language } = useWords();
  if (errors.length === 0) return null;
  return (
    <div className="table-frame" role="region" aria-label={t('shell.csvErrors')} tabIndex={0}>
      <table className="table table-sm">
        <thead>
          <tr>
            <th scope="col">{t('shell.csvLine')}</th>
            <th scope="col">{t('shell.csvColumn')}</th>
            <th scope="col">{t('shell.csvWrong')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error, at) => (
            <tr key={at}>
              <td>{error.line}</td>
              <td>{error.field === undefined || error.field === '' ? error.column : error.field}</td>
              <td>{(language === 'en' ? error.detailEn : undefined) ?? error.detail ?? error.message ?? error.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
