import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeRecoveryCodes, type Factors } from '@/api/generated';
import { Button } from '@/components';
import { ProofDialog } from './ProofDialog';
import type { OnChanged } from './changed';
import styles from './Security.module.css';

export function RecoverySection({
  factors,
  onChanged,
}: {
  factors: Factors;
  onChanged: OnChanged;
}) {
  const { t } = useTranslation('security');
  const [asked, setAsked] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="security-codes">
      <h2 id="security-codes">{t('codes.heading')}</h2>
      <p>{t('codes.left', { count: factors.recoveryCodesLeft })}</p>
      <Button look="secondary" onClick={() => setAsked(true)}>
        {t('codes.make')}
      </Button>
      {asked && (
        <ProofDialog
          title={t('codes.make')}
          text={t('codes.makeMeans')}
          submit={t('codes.makeThem')}
          onClose={() => setAsked(false)}
          act={async (password) => {
            const { data } = await makeRecoveryCodes({ body: { password }, throwOnError: true });
            setAsked(false);
            onChanged(t('codes.made'), data.recoveryCodes);
          }}
        />
      )}
    </section>
  );
}
