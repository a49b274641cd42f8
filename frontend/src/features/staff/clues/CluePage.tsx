import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { ClueActionCode, ClueFinding, OpenedClue } from '@/api/generated';
import { getClueOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ButtonLink,
  DateTime,
  type KeyFact,
  KeyFacts,
  Loading,
  Name,
  Problem,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { ActDialog } from './ActDialog';
import styles from './Clues.module.css';
import { ClueSteps } from './ClueSteps';
import { ClueStateTag, cluePath, useOutcome } from './words';

function useFacts(of: OpenedClue): KeyFact[] {
  const { t } = useTranslation(['clues', 'clue']);
  const { summary } = of;
  const facts: KeyFact[] = [
    {
      label: t('page.about'),
      value: <span lang="zh-CN">{of.person ?? t('page.nobody')}</span>,
      ...(of.post && { note: <span lang="zh-CN">{of.post}</span> }),
    },
    {
      label: t('page.department'),
      value: of.department ? <Name of={of.department} /> : t('page.office'),
    },
    {
      label: t('list.channel'),
      value: t(`clue:channel.${summary.channel}`),
      ...(summary.sourceKind && {
        note: `${t(`clue:source.${summary.sourceKind}`)} ${of.sourceReference ?? ''}`,
      }),
    },
    {
      label: t('page.bringer'),
      value: <span lang="zh-CN">{of.bringer ?? t('page.anonymous')}</span>,
      ...(of.phone && { note: of.phone }),
    },
    { label: t('page.receivedAt'), value: <DateTime value={summary.receivedAt} as="date" /> },
  ];
  if (summary.investigator && summary.reviewer)
    facts.push(
      { label: t('list.investigator'), value: <Name of={summary.investigator} /> },
      { label: t('page.reviewer'), value: <Name of={summary.reviewer} /> },
    );
  if (summary.disposal)
    facts.push({
      label: t('page.disposal'),
      value: t(`clue:disposal.${summary.disposal}`),
      ...(of.replyBy && {
        note: (
          <>
            {t('page.replyBy')} <DateTime value={of.replyBy} as="date" />
          </>
        ),
      }),
    });
  if (summary.dueAt)
    facts.push({
      label: t('list.due'),
      value: <DateTime value={summary.dueAt} as="date" />,
      strong: true,
    });
  return facts;
}

function Acting({ of, onChanged }: { of: OpenedClue; onChanged: () => void }) {
  const { t } = useTranslation('clues');
  const [doing, setDoing] = useState<{ action: ClueActionCode; key: string }>();
  const now = of.actions.filter((each) => !each.refusal);
  const others = of.actions.filter((each) => each.refusal && each.refusal !== 'notNow');
  return (
    <>
      {now.length === 0 && <p className="quiet">{t('page.nothing')}</p>}
      <div className={styles.ways}>
        {now.map(({ action }, index) => (
          <Button
            key={action}
            look={index === 0 ? 'primary' : 'secondary'}
            onClick={() => setDoing({ action, key: newIdempotencyKey() })}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {others.length > 0 && (
        <ul className={`${styles.others} quiet small`}>
          {others.map(({ action, refusal }) => (
            <li key={action}>
              {t(`action.${action}`)} · {refusal && t(`refusal.${refusal}`)}
            </li>
          ))}
        </ul>
      )}
      {doing && (
        <ActDialog
          of={of}
          action={doing.action}
          idempotencyKey={doing.key}
          onDone={() => {
            setDoing(undefined);
            onChanged();
          }}
          onStale={onChanged}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

function Finding({ title, of }: { title: string; of: ClueFinding }) {
  const { t } = useTranslation('clue');
  const outcome = useOutcome();
  return (
    <section className={styles.finding}>
      <h2>{title}</h2>
      <p>
        <b>{outcome(of)}</b>
        {of.ground && <span className="quiet"> · {t(`ground.${of.ground}`)}</span>}
      </p>
      <p lang="zh-CN" className={styles.text}>
        {of.words}
      </p>
    </section>
  );
}

function Publication({ of }: { of: OpenedClue }) {
  const { t } = useTranslation(['clues', 'clue']);
  if (!of.publishable) return null;
  return (
    <>
      <h2>{t(`clue:publication.${of.publishable}`)}</h2>
      <p>{t(of.published ? 'page.published' : 'page.unpublished')}</p>
      {of.mayPublish ? (
        <p>
          <ButtonLink look="secondary" href={`${cluePath(of.summary.number)}/publication`}>
            {t('page.publish')}
          </ButtonLink>
        </p>
      ) : (
        <p className="quiet small">{t('page.secondHead')}</p>
      )}
    </>
  );
}

function Opened({ of, onChanged }: { of: OpenedClue; onChanged: () => void }) {
  const { t } = useTranslation(['clues', 'clue']);
  const facts = useFacts(of);
  return (
    <>
      <div className={styles.head}>
        <h1 lang="zh-CN">{of.summary.title}</h1>
        <ClueStateTag of={of.summary} />
      </div>
      <p className="quiet">{of.summary.number}</p>
      <p lang="zh-CN" className={styles.text}>
        {of.text}
      </p>
      <KeyFacts facts={facts} compact />
      <h2>{t('page.now')}</h2>
      {of.summary.state === 'clearing' && (
        <p>
          {of.wish ? t(`wished.${of.wish}`) : t(`awaits.${of.personHasAccount ? 'them' : 'us'}`)}
        </p>
      )}
      <Acting of={of} onChanged={onChanged} />
      {of.reported && !of.decision && <Finding title={t('page.reported')} of={of.reported} />}
      {of.decision && <Finding title={t('page.decision')} of={of.decision} />}
      <Publication of={of} />
      <h2>{t('page.steps')}</h2>
      <ClueSteps steps={of.acts} />
      <p className="quiet small">{t('page.trail')}</p>
    </>
  );
}

/** A clue: what was brought, what can be done now and why the rest can't, and what has happened. */
export function CluePage() {
  const { t } = useTranslation(['clues', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const clueNumber = decodeURIComponent(number);
  const queries = useQueryClient();
  const found = useQuery({
    ...getClueOptions({ path: { clueNumber } }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(clueNumber, t('common:site.name'));
  const problem = found.error && toProblem(found.error);
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/clues">{t('list.title')}</Link>
      </p>
      {problem && problem.status !== 404 && (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      )}
      {problem?.status === 404 && (
        <>
          <h1>{clueNumber}</h1>
          <p role="status">{t('page.gone')}</p>
        </>
      )}
      {found.isPending && <Loading lines={10} />}
      {found.data && !problem && (
        <Opened of={found.data} onChanged={() => void queries.invalidateQueries()} />
      )}
    </div>
  );
}
