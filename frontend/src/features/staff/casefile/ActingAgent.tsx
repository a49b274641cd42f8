import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseAgent, getCaseAgent } from '@/api/generated';
import { Bilingual } from '@/components';
import { AgencyBadge, MandateFacts } from '@/components/agency';
import styles from './CasePage.module.css';

/** Who acts for the applicant by a mandate (全程代办), and how far it reaches; nothing where nobody does. */
export function ActingAgent({ caseNumber }: { caseNumber: string }) {
  const { t } = useTranslation('agency');
  const { data: acting } = useQuery({
    queryKey: ['caseAgent', caseNumber],
    queryFn: async ({ signal }) => {
      const answer = await getCaseAgent({ path: { caseNumber }, signal, throwOnError: true });
      return answer.response.status === 204 ? null : (answer.data as CaseAgent);
    },
  });
  if (!acting) return null;
  return (
    <section className={styles.act} aria-labelledby="acting-agent">
      <h2 id="acting-agent">{t('onCase.title')}</h2>
      <p>
        <b>
          <Bilingual chinese={acting.agent.name} english={acting.agent.nameEn} />
        </b>{' '}
        <AgencyBadge state={acting.state} />
      </p>
      <p className="small">
        {t('mandate')} <MandateFacts of={acting} />
      </p>
      <p className="small quiet">{t('onCase.text')}</p>
    </section>
  );
}
