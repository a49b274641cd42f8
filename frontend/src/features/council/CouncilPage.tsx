import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Council } from '@/api/generated';
import {
  getCouncilOptions,
  listCouncilAnswersInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  ButtonLink,
  DateTime,
  Empty,
  KeyFacts,
  Loading,
  More,
  Name,
  Problem,
  Tag,
} from '@/components';
import { PAGED } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Council.module.css';

function Figures({ of: { figures } }: { of: Council }) {
  const { t } = useTranslation('council');
  return (
    <section aria-labelledby="council-figures">
      <h2 id="council-figures">{t('figures.title', { year: figures.year })}</h2>
      <KeyFacts
        facts={[
          {
            label: t('figures.topics'),
            value: figures.topics,
            note: t('figures.kinds', {
              questions: figures.questions,
              observations: figures.observations,
              discussions: figures.discussions,
            }),
            strong: true,
          },
          {
            label: t('figures.asked'),
            value: figures.asked,
            note: t('figures.waiting', { waiting: figures.waiting }),
          },
          {
            label: t('figures.answered'),
            value: figures.answered,
            note: t('figures.onTime', { onTime: figures.onTime }),
          },
          { label: t('figures.late'), value: figures.late, note: t('figures.lateNote') },
          { label: t('figures.documents'), value: figures.documents },
        ]}
      />
    </section>
  );
}

function People({ of }: { of: Council }) {
  const { t } = useTranslation('council');
  const serving = of.serving.map((each) =>
    t('public.serving', { kind: t(`kind.${each.kind}`), count: each.count }),
  );
  return (
    <section aria-labelledby="council-people">
      <h2 id="council-people">{t('public.people')}</h2>
      <p>{serving.length > 0 ? serving.join(' · ') : t('public.nobody')}</p>
      {of.members.length > 0 && (
        <ul role="list" className={styles.people}>
          {of.members.map((each, index) => (
            <li key={index}>
              <p>
                <b lang="zh-CN">{each.name}</b> <Tag>{t(`kind.${each.kind}`)}</Tag>
              </p>
              {each.organisation && <p lang="zh-CN">{each.organisation}</p>}
              <p className="quiet small">
                {t('public.until')} <DateTime value={each.servesUntil} as="date" />
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet small">{t('public.consent')}</p>
    </section>
  );
}

function Answers() {
  const { t } = useTranslation('council');
  const found = useInfiniteQuery({
    ...listCouncilAnswersInfiniteOptions({ query: { limit: 20 } }),
    ...PAGED,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="council-answers">
      <h2 id="council-answers">{t('public.answers')}</h2>
      {found.isPending && <Loading lines={4} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && items.length === 0 && <Empty title={t('public.none')} />}
      {items.length > 0 && (
        <ul role="list" className={styles.list}>
          {items.map((each) => (
            <li key={each.id}>
              <h3 lang="zh-CN">{each.title}</h3>
              <p lang="zh-CN">{each.question}</p>
              <p lang="zh-CN">
                <b>{each.answer}</b>
              </p>
              <div className={`${styles.ways} quiet small`}>
                <Tag>{t(`topicKind.${each.kind}`)}</Tag>
                <Tag tone={each.onTime ? 'good' : 'bad'}>{t(each.onTime ? 'inTime' : 'late')}</Tag>
                <Name of={each.department} />
                <span>
                  {t('public.asked')} <DateTime value={each.askedOn} as="date" />
                </span>
                <span>
                  {t('public.answered')} <DateTime value={each.answeredOn} as="date" />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <More of={found} />
    </section>
  );
}

/** People's supervisors: who they are, what they were answered, and how many in time. */
export function CouncilPage() {
  const { t } = useTranslation(['council', 'common']);
  const found = useQuery(getCouncilOptions());
  usePageTitle(t('public.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('public.title')}</h1>
      <p className="lead">{t('public.lead')}</p>
      <div className={styles.ways}>
        <ButtonLink href="/account/council">{t('public.toRoom')}</ButtonLink>
      </div>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && <Figures of={found.data} />}
      <Answers />
      {found.data && <People of={found.data} />}
    </div>
  );
}
