import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOwnClientsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { startSession } from '@/api/signin/session';
import { useSession } from '@/api/signin/useSession';
import { Button, ButtonLink, Empty, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Application } from './Application';
import styles from './ApplicationsPage.module.css';
import { Registration } from './Registration';

function Applications() {
  const { t } = useTranslation('developers');
  const list = useQuery({ ...listOwnClientsOptions(), staleTime: 0 });
  const [registering, setRegistering] = useState(false);
  return (
    <>
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={6} />}
      {list.data && (
        <>
          <Button onClick={() => setRegistering(true)}>{t('register.open')}</Button>
          {list.data.length === 0 && (
            <Empty title={t('apps.none')}>
              <p>{t('apps.noneText')}</p>
            </Empty>
          )}
          {list.data.map((client) => (
            <Application key={client.id} client={client} onChange={() => void list.refetch()} />
          ))}
        </>
      )}
      {registering && (
        <Registration
          onDone={() => {
            setRegistering(false);
            void list.refetch();
          }}
          onClose={() => setRegistering(false)}
        />
      )}
    </>
  );
}

/** A developer's own third-party applications, their keys and what they use. */
export function ApplicationsPage() {
  const { t } = useTranslation(['developers', 'common']);
  const session = useSession();
  useEffect(startSession, []);
  usePageTitle(t('apps.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('apps.title')}</h1>
      <p className="lead">{t('apps.lead')}</p>
      {session.status === 'restoring' && <Loading lines={6} />}
      {session.status === 'out' && (
        <Empty title={t('apps.signIn')}>
          <ButtonLink href="/staff/login?next=/developers/applications">
            {t('apps.signInGo')}
          </ButtonLink>
        </Empty>
      )}
      {session.status === 'in' && <Applications />}
    </div>
  );
}
