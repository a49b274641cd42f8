import { useTranslation } from 'react-i18next';
import { AuthenticatorSection } from './AuthenticatorSection';
import { PasskeySection } from './PasskeySection';
import { PasswordSection } from './PasswordSection';
import { RecoverySection } from './RecoverySection';
import { SecurityFrame } from './SecurityFrame';

/** What the staff sign in with: password, authenticator app, recovery codes, passkeys. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  return (
    <SecurityFrame lead={t('lead')} sessions="/staff/sessions">
      {(factors, onChanged) => (
        <>
          <AuthenticatorSection factors={factors} onChanged={onChanged} />
          <PasskeySection factors={factors} onChanged={onChanged} />
          {(factors.authenticatorSince || factors.passkeys.length > 0) && (
            <RecoverySection factors={factors} onChanged={onChanged} />
          )}
          <PasswordSection factors={factors} onChanged={onChanged} />
        </>
      )}
    </SecurityFrame>
  );
}
