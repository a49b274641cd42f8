import { useTranslation } from 'react-i18next';
import { AuthenticatorSection } from './AuthenticatorSection';
import { RecoverySection } from './RecoverySection';
import { SecurityFrame } from './SecurityFrame';

/** The second step of signing in with an account of one's own: authenticator app and recovery codes. */
export function OwnSecurityPage() {
  const { t } = useTranslation('security');
  return (
    <SecurityFrame lead={t('ownLead')} sessions="/account/sessions">
      {(factors, onChanged) => (
        <>
          <AuthenticatorSection factors={factors} onChanged={onChanged} />
          {factors.authenticatorSince && (
            <RecoverySection factors={factors} onChanged={onChanged} />
          )}
        </>
      )}
    </SecurityFrame>
  );
}
