import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { listCaseWaybillsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Problem, Section } from '@/components';
import { toProblem } from '@/lib/problem';
import { useAccount } from '../shell/SignedInAs';
import { Marks } from './Marks';
import { SendDialog } from './SendDialog';
import styles from './Waybills.module.css';

/** Paper of a case that was taken in elsewhere: what travels, and recording that something was sent. */
export function CaseWaybills({ file }: { file: CaseFile }) {
  const { t } = useTranslation('waybill');
  const acts = useAccount().permissions.includes('cases.act');
  const [sending, setSending] = useState(false);
  const found = useQuery({
    ...listCaseWaybillsOptions({ path: { caseNumber: file.caseNumber } }),
    staleTime: 0,
  });
  const again = () => void found.refetch();
  return (
    <Section id="waybills" title={t('title')}>
      {found.error && <Problem problem={toProblem(found.error)} onRetry={again} />}
      {found.data?.length === 0 && <p>{t('none')}</p>}
      {found.data?.map((one) => (
        <Marks key={one.id} of={one} onDone={again} />
      ))}
      {acts && (
        <div className={styles.sending}>
          <Button look="secondary" onClick={() => setSending(true)}>
            {t('send')}
          </Button>
        </div>
      )}
      {sending && (
        <SendDialog
          file={file}
          onDone={() => {
            setSending(false);
            again();
          }}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}
