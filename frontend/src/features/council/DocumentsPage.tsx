import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { receiveCouncilDocument, sendDocumentToOffice } from '@/api/generated';
import { listOwnCouncilDocumentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Button, DateTime, Empty, Loading, Problem } from '@/components';
import { Paper, Writing } from '@/components/council';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Council.module.css';
import { fetchFile } from './TopicPage';

/** Documents from the office to sign for, and those one sends to it. */
export function DocumentsPage() {
  const { t } = useTranslation(['council', 'common']);
  const given = useGivenFiles();
  const found = useQuery({ ...listOwnCouncilDocumentsOptions(), retry: false, staleTime: 0 });
  const receiving = useMutation({
    mutationFn: (councilDocumentNumber: string) =>
      receiveCouncilDocument({ path: { councilDocumentNumber }, throwOnError: true }),
    onSettled: () => found.refetch(),
  });
  usePageTitle(t('papers.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/account/council">{t('room.title')}</Link>
      </p>
      <h1>{t('papers.title')}</h1>
      <p className="lead">{t('papers.lead')}</p>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {receiving.error && <Problem problem={toProblem(receiving.error)} />}
      {found.data?.length === 0 && <Empty title={t('papers.none')} />}
      {found.data?.map((each) => {
        const signed = each.receipts.find((receipt) => receipt.receivedAt)?.receivedAt;
        return (
          <Paper key={each.number} of={each} fetch={fetchFile}>
            <div className={styles.ways}>
              {each.mayReceive && (
                <Button busy={receiving.isPending} onClick={() => receiving.mutate(each.number)}>
                  {t('papers.sign')}
                </Button>
              )}
              {signed && (
                <span className="quiet">
                  {t('papers.signed')} <DateTime value={signed} />
                </span>
              )}
            </div>
          </Paper>
        );
      })}
      {found.data && (
        <section aria-labelledby="send-document">
          <h2 id="send-document">{t('papers.send')}</h2>
          <Writing
            id="document"
            given={given}
            newKey={newIdempotencyKey}
            titled
            label={t('papers.words')}
            sendText={t('papers.sendNow')}
            send={(body, key) =>
              sendDocumentToOffice({
                headers: { 'Idempotency-Key': key },
                body,
                throwOnError: true,
              })
            }
            onSent={() => void found.refetch()}
          />
        </section>
      )}
    </div>
  );
}
