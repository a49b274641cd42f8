import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listOwnAgentsOptions,
  listOwnAgentsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Empty, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Agents.module.css';
import { AskForm } from './AskForm';
import { OneAgency } from './OneAgency';

/** One's full-process agents (全程代办): asked for, authorised, seen in everything they do, ended, rated. */
export function AgentsPage() {
  const { t } = useTranslation(['agency', 'common']);
  const queries = useQueryClient();
  const own = useQuery(listOwnAgentsOptions());
  usePageTitle(t('title'), t('common:site.name'));
  const changed = () => void queries.invalidateQueries({ queryKey: listOwnAgentsQueryKey() });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {own.isPending && <Loading lines={4} />}
      {own.error && <Problem problem={toProblem(own.error)} onRetry={() => void own.refetch()} />}
      {own.data?.length === 0 && <Empty title={t('none')} />}
      {own.data && own.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {own.data.map((agency) => (
            <OneAgency key={agency.id} agency={agency} onChanged={changed} />
          ))}
        </ul>
      )}
      <AskForm onDone={changed} />
    </div>
  );
}
