import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { publishComplaint, withdrawComplaintPublication } from '@/api/generated';
import { proposeComplaintPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Loading, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { RedactionForm, type Redacted } from '../RedactionForm';
import { WordsDialog } from '../ratings/WordsDialog';
import styles from './Complaints.module.css';
import { complaintPath } from './ComplaintsPage';

/** Looking through what the machine has marked before question and answer are published. */
export function PublicationPage() {
  const { t } = useTranslation(['complaints', 'complaint', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const complaintNumber = decodeURIComponent(number);
  const found = useQuery({
    ...proposeComplaintPublicationOptions({ path: { complaintNumber } }),
    staleTime: 0,
    retry: false,
  });
  const [withdrawing, setWithdrawing] = useState(false);
  const again = () => {
    setWithdrawing(false);
    void found.refetch();
  };
  const publish = useMutation({
    mutationFn: (body: Redacted) =>
      publishComplaint({ path: { complaintNumber }, body, throwOnError: true }),
    onSuccess: again,
  });
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={complaintPath(complaintNumber)}>{complaintNumber}</Link>
      </p>
      <h1>{t('publish.title')}</h1>
      <p className="lead">{t('publish.lead')}</p>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data?.public && (
        <div role="status" className={styles.ways}>
          <Tag tone="good">{t('publish.public')}</Tag>
          <Button look="secondary" onClick={() => setWithdrawing(true)}>
            {t('publish.withdraw')}
          </Button>
        </div>
      )}
      {found.data && (
        <RedactionForm
          key={String(found.data.public)}
          of={found.data}
          texts={{
            marks: t('publish.marks'),
            title: t('complaint:field.subject'),
            question: t('publish.question'),
            answer: t('complaint:answer'),
            send: t(found.data.public ? 'publish.again' : 'publish.send'),
          }}
          sending={publish}
        />
      )}
      {withdrawing && (
        <WordsDialog
          title={t('publish.withdraw')}
          label={t('publish.reason')}
          maxLength={500}
          onSend={(reason) =>
            withdrawComplaintPublication({
              path: { complaintNumber },
              body: { reason },
              throwOnError: true,
            })
          }
          onDone={again}
          onStale={again}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </div>
  );
}
