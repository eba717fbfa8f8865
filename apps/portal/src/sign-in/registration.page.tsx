import { useState, type ReactElement } from 'react';
import { Icon } from '../parts/icon';
import { Page } from '../shell/page';
import { useSession } from '../shell/session';
import { useWords } from '../shell/words';
import { AccountForm } from './account.form';
import { CooperativeForm } from './cooperative.form';
import { FirmForm } from './firm.form';

type Kind = 'firm' | 'cooperative';

/** Who, then an account (skipped by who is signed in already), then the organisation's details. */
export function RegistrationPage(): ReactElement {
  const { t } = useWords();
  const session = useSession();
  const [kind, setKind] = useState<Kind>();
  const step = kind === undefined ? 1 : session ? 3 : 2;
  return (
    <Page title={t('signIn.registration')} lead={t('signIn.registrationLead')} narrow>
      <p className="step" role="status">{t('signIn.step', { n: step })}</p>
      {kind === undefined && <ChooseKind onChoose={setKind} />}
      {kind !== undefined && step === 2 && <AccountForm />}
      {step === 3 && kind === 'firm' && <FirmForm />}
      {step === 3 && kind === 'cooperative' && <CooperativeForm />}
      {session && session.roles.length === 0 && <p className="help">{t('payroll.ownCode')} <code>{session.personId}</code></p>}
      {kind !== undefined && (
        <p className="after-form">
          <button type="button" className="btn btn-link" onClick={() => setKind(undefined)}>{t('shell.back')}</button>
        </p>
      )}
    </Page>
  );
}

function ChooseKind({ onChoose }: { readonly onChoose: (kind: Kind) => void }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h2 className="small-head">{t('signIn.who')}</h2>
      <ul className="kinds">
        {(['firm', 'cooperative'] as const).map((kind) => (
          <li key={kind}>
            <button type="button" className="kind" onClick={() => onChoose(kind)}>
              <Icon name={kind === 'firm' ? 'pa' : 'user'} />
              <span>
                <strong>{t(`signIn.${kind}`)}</strong>
                <small>{t(`signIn.${kind}Help`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
