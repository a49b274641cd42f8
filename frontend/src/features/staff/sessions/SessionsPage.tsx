import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endSession, type OwnSession } from '@/api/generated';
import {
  listSessionsOptions,
  listSessionsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { signOut, signOutEverywhere } from '@/api/signin/session';
import { ConfirmDialog } from './ConfirmDialog';
import { SessionList } from './SessionList';
import styles from './SessionsPage.module.css';
import { useDeviceText } from './useDeviceText';

async function end(session: OwnSession): Promise<void> {
  if (session.current) return signOut();
  try {
    await endSession({ path: { id: session.id }, throwOnError: true });
  } catch (error) {
    // It has ended by itself meanwhile: what was wanted.
    if (toProblem(error).status !== 404) throw error;
  }
}

/** Where one is signed in, and the way out of there. */
export function SessionsPage() {
  const { t } = useTranslation(['staff', 'common']);
  const queries = useQueryClient();
  const deviceText = useDeviceText();
  const list = useQuery({ ...listSessionsOptions(), staleTime: 0 });
  const [asked, setAsked] = useState<OwnSession | 'all'>();
  const [ended, setEnded] = useState<{ device: string }>();
  const said = useRef<HTMLParagraphElement>(null);
  usePageTitle(t('sessions.title'), t('common:site.name'));

  // The row that had the focus is gone.
  useEffect(() => {
    if (ended) said.current?.focus();
  }, [ended]);

  const close = () => setAsked(undefined);
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('sessions.title')}</h1>
      <p className="lead">{t('sessions.lead')}</p>
      <p ref={said} role="status" tabIndex={-1} className={ended ? styles.said : undefined}>
        {ended && t('sessions.ended', ended)}
      </p>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && (
        <>
          <SessionList sessions={list.data} now={list.dataUpdatedAt} onEnd={setAsked} />
          <section className={styles.all} aria-labelledby="sessions-all">
            <h2 id="sessions-all">{t('sessions.all.heading')}</h2>
            <p>{t('sessions.all.lead')}</p>
            <Button look="secondary" onClick={() => setAsked('all')}>
              {t('sessions.all.end')}
            </Button>
          </section>
        </>
      )}
      {asked === 'all' && (
        <ConfirmDialog
          title={t('sessions.all.ask')}
          text={t('sessions.all.means')}
          yes={t('sessions.all.end')}
          act={signOutEverywhere}
          onClose={close}
        />
      )}
      {asked && asked !== 'all' && (
        <ConfirmDialog
          title={t('sessions.ask', { device: deviceText(asked.device) })}
          text={t(asked.current ? 'sessions.meansHere' : 'sessions.means')}
          yes={t('sessions.end')}
          act={() => end(asked)}
          onDone={() => {
            if (asked.current) return;
            queries.setQueryData<OwnSession[]>(listSessionsQueryKey(), (before) =>
              before?.filter((each) => each.id !== asked.id),
            );
            setEnded({ device: deviceText(asked.device) });
            close();
            void list.refetch();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
