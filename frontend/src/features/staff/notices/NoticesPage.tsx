import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { markStaffNoticesRead, type StaffNotice } from '@/api/generated';
import { listStaffNoticesQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Empty, Loading, Problem, Tag, type Tone } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { moveThroughRows, useShortcuts } from '../shell/shortcuts';
import styles from './NoticesPage.module.css';
import { useNotices, useToConfirm } from './useNotices';

const TONES: Record<StaffNotice['kind'], Tone> = {
  arrived: 'blue',
  returned: 'warn',
  supplemented: 'good',
  paused: 'plain',
  resumed: 'blue',
  extended: 'blue',
  greenMarked: 'good',
  reopened: 'sun',
  migrated: 'plain',
  withdrawn: 'plain',
  late: 'bad',
};

function Row({ notice }: { notice: StaffNotice }) {
  const { t } = useTranslation('console');
  return (
    <li className={`${list.row} ${styles.row}`} data-unread={notice.unread || undefined}>
      <span>
        <Tag tone={TONES[notice.kind]}>{t(`notices.kind.${notice.kind}`)}</Tag>
        {notice.unread && <span className="visually-hidden">{t('notices.isUnread')}</span>}
      </span>
      <div>
        <h3 className={list.item}>
          <Link href={`/staff/cases/${notice.caseNumber}`} data-row>
            <Bilingual chinese={notice.itemName} english={notice.itemNameEn} />
          </Link>
        </h3>
        <p className={list.meta}>
          {notice.applicantMasked && <span lang="zh-CN">{notice.applicantMasked}</span>}
          <span>{notice.caseNumber}</span>
          <span>
            <Bilingual chinese={notice.stepName} english={notice.stepNameEn} />
          </span>
        </p>
      </div>
      <span className={styles.at}>
        <DateTime value={notice.at} />
      </span>
    </li>
  );
}

/** What came to my posts since I last looked. */
export function NoticesPage() {
  const { t } = useTranslation(['console', 'common']);
  const queries = useQueryClient();
  const { data, error, refetch } = useNotices();
  const confirmations = useToConfirm();
  usePageTitle(t('notices.title'), t('common:site.name'));
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => moveThroughRows(1) },
    { keys: 'k', label: t('keys.previous'), run: () => moveThroughRows(-1) },
  ]);
  const read = useMutation({
    mutationFn: async () => {
      if (!data) return;
      await markStaffNoticesRead({
        body: { place: data.place, asOf: data.asOf },
        throwOnError: true,
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: listStaffNoticesQueryKey() }),
  });
  const unread = data?.items.filter((notice) => notice.unread) ?? [];
  const seen = data?.items.filter((notice) => !notice.unread) ?? [];
  const waiting = confirmations.data?.total ?? 0;
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('notices.title')}</h1>
        {unread.length > 0 && (
          <Button look="secondary" busy={read.isPending} onClick={() => read.mutate()}>
            {t('notices.read')}
          </Button>
        )}
      </div>
      {waiting > 0 && (
        <p className={styles.confirm}>
          <Link href="/staff/confirmations">{t('notices.confirm', { count: waiting })}</Link>
        </p>
      )}
      {error && <Problem problem={toProblem(error)} onRetry={() => void refetch()} />}
      {read.error && <Problem problem={toProblem(read.error)} />}
      {!data && !error && <Loading lines={8} />}
      <div role="status">
        {read.isSuccess && unread.length === 0 && <p className="quiet">{t('notices.allRead')}</p>}
      </div>
      {data && data.items.length === 0 && (
        <Empty title={t('notices.none')}>
          <p>{t('notices.noneText')}</p>
        </Empty>
      )}
      {(
        [
          ['new', unread],
          ['seen', seen],
        ] as const
      ).map(
        ([part, members]) =>
          members.length > 0 && (
            <section key={part} aria-labelledby={`notices-${part}`}>
              <h2 id={`notices-${part}`} className={list.part}>
                {t(`notices.${part}`)} <span>{part === 'new' ? data?.unread : members.length}</span>
              </h2>
              <ol role="list">
                {members.map((notice) => (
                  <Row key={notice.kind + notice.caseNumber} notice={notice} />
                ))}
              </ol>
            </section>
          ),
      )}
    </div>
  );
}
