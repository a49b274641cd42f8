import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { collectForClient } from '@/api/generated';
import { getClientCaseOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  Loading,
  Problem,
  Section,
  StateBadge,
  useNameText,
} from '@/components';
import { Acts } from '@/components/agency';
import { DaysLeft, History } from '@/components/case';
import { nameInFlow } from '@/lib/flowNames';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useNow } from '../useNow';
import { SupplementFor } from './SupplementFor';

/** A case begun for a client, as the client sees it, and what the agent can do with it now. */
export function ClientCasePage() {
  const { id = '', number = '' } = useParams<{ id: string; number: string }>();
  const { t } = useTranslation(['agency', 'common']);
  const nameText = useNameText();
  const now = useNow();
  const found = useQuery({
    ...getClientCaseOptions({ path: { id, caseNumber: number } }),
    staleTime: 0,
  });
  const collect = useMutation({
    mutationFn: () => collectForClient({ path: { id, caseNumber: number }, throwOnError: true }),
    onSettled: () => void found.refetch(),
  });
  const tracked = found.data?.tracked;
  usePageTitle(number, t('common:site.name'));
  return (
    <div className={`wrap ${list.page}`}>
      <p>
        <Link href={`/staff/agent/${id}`}>{t('clientPage.back')}</Link>
      </p>
      <h1>
        {tracked ? <Bilingual chinese={tracked.itemName} english={tracked.itemNameEn} /> : number}
      </h1>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && tracked && (
        <>
          <p>
            {tracked.caseNumber} <StateBadge state={tracked.state} />{' '}
            <Bilingual chinese={tracked.department.name} english={tracked.department.nameEn} />
          </p>
          {tracked.deadline && <DaysLeft deadline={tracked.deadline} now={now} />}
          {collect.error && <Problem problem={toProblem(collect.error)} />}
          {found.data.possible.includes('collect') && (
            <Section id="collect" title={t('collect.title')}>
              <p>{t('collect.text')}</p>
              <Button busy={collect.isPending} onClick={() => collect.mutate()}>
                {t('collect.send')}
              </Button>
            </Section>
          )}
          {found.data.possible.includes('supplement') && (
            <Section id="supplement" title={t('supplement.title')}>
              <SupplementFor id={id} tracked={tracked} onDone={() => void found.refetch()} />
            </Section>
          )}
          <Section id="acts" title={t('acts.ofAgent')}>
            <Acts acts={found.data.acts} />
          </Section>
          <Section id="history" title={t('clientPage.history')}>
            <History
              entries={tracked.history}
              stepName={(step) => {
                const named = nameInFlow(tracked.flow, step);
                return named && nameText(named);
              }}
            />
          </Section>
        </>
      )}
    </div>
  );
}
