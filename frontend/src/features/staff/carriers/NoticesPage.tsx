import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type BoardNotice, decideBoardNotice } from '@/api/generated';
import { listBoardNoticesOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Empty,
  Loading,
  Problem,
  Table,
  Tag,
  type Tone,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from '../people/people.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { NoticeDialog } from './NoticeDialog';

const TONES: Record<BoardNotice['state'], Tone> = {
  waiting: 'sun',
  released: 'good',
  declined: 'plain',
  takenDown: 'plain',
};

/** Notices for the screens: written by one person, released by another. */
export function NoticesPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const account = useAccount();
  const [writing, setWriting] = useState(false);
  usePageTitle(t('notice.title'), t('common:site.name'));
  const found = useQuery({ ...listBoardNoticesOptions(), staleTime: 0 });
  const decide = useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'released' | 'declined' | 'takenDown' }) =>
      decideBoardNotice({ path: { noticeId: id }, body: { state }, throwOnError: true }),
    onSettled: () => void found.refetch(),
  });
  const reviews = mayAny(account, ['carriers.review']);
  const problem = found.error ?? decide.error;

  function ways(notice: BoardNotice) {
    if (!reviews) return null;
    if (notice.state === 'waiting') {
      return (
        <span className={styles.ways}>
          {notice.mine ? (
            <span className="quiet">{t('notice.own')}</span>
          ) : (
            <Button onClick={() => decide.mutate({ id: notice.id, state: 'released' })}>
              {t('notice.release')}
            </Button>
          )}
          <Button
            look="secondary"
            onClick={() => decide.mutate({ id: notice.id, state: 'declined' })}
          >
            {t('notice.decline')}
          </Button>
        </span>
      );
    }
    return notice.state === 'released' ? (
      <Button look="secondary" onClick={() => decide.mutate({ id: notice.id, state: 'takenDown' })}>
        {t('notice.takeDown')}
      </Button>
    ) : null;
  }

  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/carriers">{t('title')}</Link>
      </p>
      <div className={styles.head}>
        <h1>{t('notice.title')}</h1>
        {mayAny(account, ['carriers.manage']) && (
          <Button onClick={() => setWriting(true)}>{t('notice.write')}</Button>
        )}
      </div>
      <p className="lead">{t('notice.lead')}</p>
      {problem && <Problem problem={toProblem(problem)} />}
      {found.isPending && <Loading lines={4} />}
      {found.data?.length === 0 && <Empty title={t('notice.none')} />}
      {found.data && found.data.length > 0 && (
        <Table
          caption={t('notice.title')}
          rows={found.data}
          rowKey={(notice) => notice.id}
          columns={[
            {
              key: 'what',
              header: t('notice.name'),
              rowHeader: true,
              cell: (notice) => (
                <>
                  <b>
                    <Bilingual chinese={notice.title} english={notice.titleEn} />
                  </b>
                  <br />
                  <Bilingual chinese={notice.text} english={notice.textEn} />
                </>
              ),
            },
            {
              key: 'state',
              header: t('stateLabel'),
              cell: (notice) => (
                <>
                  <Tag tone={TONES[notice.state]}>{t(`notice.state.${notice.state}`)}</Tag>{' '}
                  <span className="quiet">{t('notice.by', { name: notice.writtenBy })}</span>
                </>
              ),
            },
            {
              key: 'until',
              header: t('notice.until'),
              cell: (notice) => <DateTime value={notice.until} />,
            },
            { key: 'ways', header: t('change'), cell: ways },
          ]}
        />
      )}
      {writing && (
        <NoticeDialog
          onDone={() => {
            setWriting(false);
            void found.refetch();
          }}
          onClose={() => setWriting(false)}
        />
      )}
    </div>
  );
}
