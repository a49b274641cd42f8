import { useTranslation } from 'react-i18next';
import { signOut } from '@/api/signin/session';
import { Button, Dialog } from '@/components';
import { SignInForm } from './SignInForm';

/** The session has ended under somebody's hands: signing in here goes on where they were. */
export function SignInAgain({ account }: { account: string }) {
  const { t } = useTranslation('console');
  return (
    <Dialog
      title={t('again.title')}
      text={t('again.text')}
      width="narrow"
      locked
      onClose={() => undefined}
    >
      <SignInForm account={account} />
      <Button look="quiet" onClick={() => void signOut()}>
        {t('again.leave')}
      </Button>
    </Dialog>
  );
}
