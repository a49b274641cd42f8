import { useTranslation } from 'react-i18next';
import type { AuthenticatorEnrolment } from '@/api/generated';
import { QrCode } from '@/components/QrCode';
import { SimpleForm } from '../session/SimpleForm';
import styles from './Security.module.css';

/** The secret to scan or type, and the first code that shows it has arrived. */
export function AuthenticatorSetup({
  enrolment,
  confirm,
}: {
  enrolment: AuthenticatorEnrolment;
  confirm: (code: string) => Promise<void>;
}) {
  const { t } = useTranslation('security');
  return (
    <div className={styles.setup}>
      <ol className={styles.steps}>
        <li>
          <p>{t('app.scan')}</p>
          <div className={styles.qr}>
            <QrCode text={enrolment.uri} label={t('app.qr')} />
          </div>
          <p>{t('app.type')}</p>
          <p>
            <code id="app-key" className={styles.key}>
              {enrolment.key.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </p>
        </li>
        <li>
          <p>{t('app.first')}</p>
          <SimpleForm
            id="app"
            fields={[
              {
                name: 'code',
                label: t('app.code'),
                missing: t('step.code.missing'),
                inputMode: 'numeric',
                autoComplete: 'one-time-code',
                maxLength: 10,
              },
            ]}
            submit={t('app.confirm')}
            working={t('working')}
            explain={({ type }) =>
              type === 'urn:sunlit:problem:wrong-code' ? t('step.code.wrong') : undefined
            }
            send={({ code = '' }) => confirm(code.replace(/\s/g, ''))}
          />
        </li>
      </ol>
    </div>
  );
}
