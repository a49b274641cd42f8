import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  type AuthenticatorEnrolment,
  type Factors,
} from '@/api/generated';
import { Button, DateTime, Tag } from '@/components';
import { AuthenticatorSetup } from './AuthenticatorSetup';
import { ProofDialog } from './ProofDialog';
import type { OnChanged } from './changed';
import styles from './Security.module.css';

export function AuthenticatorSection({
  factors,
  onChanged,
}: {
  factors: Factors;
  onChanged: OnChanged;
}) {
  const { t } = useTranslation('security');
  const [asked, setAsked] = useState(false);
  const [enrolment, setEnrolment] = useState<AuthenticatorEnrolment>();
  const since = factors.authenticatorSince;
  return (
    <section className={styles.section} aria-labelledby="security-app">
      <h2 id="security-app">
        {t('app.title')} {since && <Tag tone="good">{t('app.on')}</Tag>}
      </h2>
      {since ? (
        <p>
          {t('app.since')} <DateTime value={since} />
        </p>
      ) : (
        <p>{t(factors.required ? 'app.needed' : 'app.lead')}</p>
      )}
      {enrolment ? (
        <>
          <AuthenticatorSetup
            enrolment={enrolment}
            confirm={async (code) => {
              const { data } = await confirmAuthenticator({ body: { code }, throwOnError: true });
              setEnrolment(undefined);
              onChanged(t('app.added'), data.recoveryCodes);
            }}
          />
          <Button look="quiet" onClick={() => setEnrolment(undefined)}>
            {t('cancel')}
          </Button>
        </>
      ) : (
        <Button look={since ? 'secondary' : 'primary'} onClick={() => setAsked(true)}>
          {t(since ? 'app.remove' : 'app.setUp')}
        </Button>
      )}
      {asked && (
        <ProofDialog
          title={t(since ? 'app.remove' : 'app.setUp')}
          text={t(since ? 'app.removeMeans' : 'proof')}
          submit={t(since ? 'remove' : 'goOn')}
          onClose={() => setAsked(false)}
          act={async (password) => {
            if (since) {
              await removeAuthenticator({ body: { password }, throwOnError: true });
              onChanged(t('app.removed'));
            } else {
              const { data } = await beginAuthenticator({ body: { password }, throwOnError: true });
              setEnrolment(data);
            }
            setAsked(false);
          }}
        />
      )}
    </section>
  );
}
