import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CouncilTopic, CouncilTopicKind } from '@/api/generated';
import {
  getOwnMembershipOptions,
  listCouncilTopicsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  ButtonLink,
  ChoiceFilter,
  DateTime,
  Empty,
  Loading,
  More,
  Name,
  Problem,
  Tag,
} from '@/components';
import { Author, TopicStateTag } from '@/components/council';
import { PAGED, useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Council.module.css';
import { JoinForm } from './JoinForm';
import { Membership } from './Membership';

export const KINDS: readonly CouncilTopicKind[] = ['question', 'observation', 'discussion'];

export const ownTopicPath = (number: string) =>
  `/account/council/topics/${encodeURIComponent(number)}`;

function Topic({ of }: { of: CouncilTopic }) {
  const { t } = useTranslation('council');
  return (
    <li>
      <h3 lang="zh-CN">
        <Link href={ownTopicPath(of.number)}>{of.title}</Link>
      </h3>
      <div className={`${styles.ways} quiet small`}>
        <TopicStateTag state={of.state} late={of.late} />
        <Tag>{t(`topicKind.${of.kind}`)}</Tag>
        <Author of={of.author} />
        {of.department && <Name of={of.department} />}
        <span>{t('room.written', { count: of.contributions })}</span>
        <DateTime value={of.lastAt} />
      </div>
    </li>
  );
}

function Topics() {
  const { t } = useTranslation('council');
  const { text, put } = useFilters();
  const kind = KINDS.find((each) => each === text('kind'));
  const mine = text('mine') === 'true';
  const found = useInfiniteQuery({
    ...listCouncilTopicsInfiniteOptions({
      query: { limit: 20, mine, ...(kind && { kind }) },
    }),
    ...PAGED,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t('room.topics')}</h2>
      <div className={styles.filters}>
        <ChoiceFilter
          label={t('room.kind')}
          any={t('room.any')}
          choices={KINDS.map((value) => ({ value, label: t(`topicKind.${value}`) }))}
          value={kind ?? ''}
          onChange={({ target }) => put('kind', target.value)}
        />
        <ChoiceFilter
          label={t('room.whose')}
          any={t('room.all')}
          choices={[{ value: 'true', label: t('room.mine') }]}
          value={mine ? 'true' : ''}
          onChange={({ target }) => put('mine', target.value)}
        />
      </div>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && items.length === 0 && <Empty title={t('room.none')} />}
      {items.length > 0 && (
        <ul role="list" className={styles.list}>
          {items.map((each) => (
            <Topic key={each.number} of={each} />
          ))}
        </ul>
      )}
      <More of={found} />
    </section>
  );
}

/** The members' room: one's appointment and what is talked about; or how one joins. */
export function RoomPage() {
  const { t } = useTranslation(['council', 'common']);
  const own = useQuery({ ...getOwnMembershipOptions(), retry: false, staleTime: 0 });
  usePageTitle(t('room.title'), t('common:site.name'));
  const problem = own.error ? toProblem(own.error) : undefined;
  const over = own.data?.state === 'ended' || own.data?.state === 'expired';
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('room.title')}</h1>
      {own.isPending && <Loading lines={8} />}
      {problem && problem.status !== 404 && <Problem problem={problem} />}
      {own.data?.state === 'serving' && (
        <>
          <p className="lead">{t('room.lead')}</p>
          <div className={styles.ways}>
            <ButtonLink href="/account/council/new">{t('new.title')}</ButtonLink>
            <ButtonLink look="secondary" href="/account/council/documents">
              {t('papers.title')}
            </ButtonLink>
          </div>
          <Topics />
        </>
      )}
      {own.data && <Membership of={own.data} />}
      {(problem?.status === 404 || over) && (
        <section aria-labelledby="join">
          <h2 id="join">{t('join.title')}</h2>
          <p>{t('join.lead')}</p>
          <JoinForm onJoined={() => void own.refetch()} />
        </section>
      )}
    </div>
  );
}
