import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '@/components';
import { SimpleForm } from '../session/SimpleForm';

/** Asks for the password once more before something that matters. */
export function ProofDialog({
  title,
  text,
  submit,
  act,
  onClose,
}: {
  title: string;
  text: string;
  submit: string;
  act: (password: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('security');
  return (
    <Dialog title={title} text={text} width="narrow" onClose={onClose}>
      <SimpleForm
        id="proof"
        fields={[
          {
            name: 'password',
            label: t('password.own'),
            missing: t('password.noOwn'),
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        submit={submit}
        working={t('working')}
        send={({ password = '' }) => act(password)}
      >
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </SimpleForm>
    </Dialog>
  );
}
