import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { endOwnAgent, type OwnAgency } from '@/api/generated';
import { Bilingual, Button, DateTime } from '@/components';
import { Acts, AgencyBadge, EndingDialog, MandateFacts } from '@/components/agency';
import { toProblem } from '@/lib/problem';
import styles from './Agents.module.css';
import { Letter } from './Letter';
import { RateForm } from './RateForm';
import { SignForm } from './SignForm';

const ENDABLE = new Set<OwnAgency['state']>(['asked', 'taken', 'inForce']);

/** One of one's agents: how far it has come, the letter, and everything they did. */
export function OneAgency({ agency, onChanged }: { agency: OwnAgency; onChanged: () => void }) {
  const { t } = useTranslation(['agency', 'rating']);
  const [ending, setEnding] = useState(false);
  const title = `agency-${agency.id}`;
  const end = useMutation({
    mutationFn: (why: string) =>
      endOwnAgent({ path: { id: agency.id }, body: why ? { why } : {}, throwOnError: true }),
    onSuccess: () => {
      setEnding(false);
      onChanged();
    },
  });
  return (
    <li className={styles.one}>
      <article aria-labelledby={title}>
        <h2 id={title}>
          <span lang="zh-CN">{agency.purpose}</span> <AgencyBadge state={agency.state} />
        </h2>
        <dl className={styles.facts}>
          <dt>{t('agent')}</dt>
          <dd>
            {agency.agent ? (
              <Bilingual chinese={agency.agent.name} english={agency.agent.nameEn} />
            ) : (
              t('noAgentYet')
            )}
          </dd>
          <dt>{t('mandate')}</dt>
          <dd>
            <MandateFacts of={agency} />
          </dd>
          <dt>{t('askedAt')}</dt>
          <dd>
            <DateTime value={agency.askedAt} />
          </dd>
          {agency.ending && (
            <>
              <dt>{t(agency.ending.byAgent ? 'laidDownAt' : 'endedAt')}</dt>
              <dd>
                <DateTime value={agency.ending.at} />
                {agency.ending.why && <span lang="zh-CN"> · {agency.ending.why}</span>}
              </dd>
            </>
          )}
          {agency.rating && (
            <>
              <dt>{t('rate.given')}</dt>
              <dd>
                {t(`rating:grade.${agency.rating.grade}`)}
                {agency.rating.words && <span lang="zh-CN"> · {agency.rating.words}</span>}
              </dd>
            </>
          )}
        </dl>
        {agency.state === 'taken' ? (
          <SignForm agency={agency} onDone={onChanged} />
        ) : (
          agency.letter &&
          agency.signedAt && (
            <details className={styles.more}>
              <summary>{t('letter.title')}</summary>
              <Letter of={agency} />
            </details>
          )
        )}
        {agency.signedAt && (
          <>
            <h3>{t('acts.title')}</h3>
            <Acts
              acts={agency.acts}
              link={(number, words) => <Link href={`/account/cases/${number}`}>{words}</Link>}
            />
          </>
        )}
        {agency.signedAt && !agency.rating && (
          <details className={styles.more}>
            <summary>{t('rate.title')}</summary>
            <RateForm id={agency.id} onDone={onChanged} />
          </details>
        )}
        {ENDABLE.has(agency.state) && (
          <Button look="secondary" onClick={() => setEnding(true)}>
            {t('end.open')}
            <span className="visually-hidden"> {agency.purpose}</span>
          </Button>
        )}
        {ending && (
          <EndingDialog
            by="client"
            busy={end.isPending}
            problem={end.error ? toProblem(end.error) : undefined}
            onSend={(why) => end.mutate(why)}
            onClose={() => setEnding(false)}
          />
        )}
      </article>
    </li>
  );
}
