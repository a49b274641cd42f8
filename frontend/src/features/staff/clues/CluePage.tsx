import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { ClueFinding, OpenedClue } from '@/api/generated';
import { getClueOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, DateTime, type KeyFact, KeyFacts, Name } from '@/components';
import { Acting } from '../matters/Acting';
import { MatterHead, MatterPage } from '../matters/MatterPage';
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

/** What the reader can do about it now, and why what could be done now isn't theirs. */
function Now({ of, onChanged }: { of: OpenedClue; onChanged: () => void }) {
  const { t } = useTranslation('clues');
  const possible = of.actions.filter((each) => !each.refusal).map((each) => each.action);
  const others = of.actions.filter((each) => each.refusal && each.refusal !== 'notNow');
  return (
    <>
      <h2>{t('page.now')}</h2>
      {of.summary.state === 'clearing' && (
        <p>
          {of.wish ? t(`wished.${of.wish}`) : t(`awaits.${of.personHasAccount ? 'them' : 'us'}`)}
        </p>
      )}
      <Acting
        possible={possible}
        main={possible.slice(0, 1)}
        texts={{ nothing: t('page.nothing'), action: (action) => t(`action.${action}`) }}
        onChanged={onChanged}
        dialog={(doing) => <ActDialog of={of} doing={doing} />}
      />
      {others.length > 0 && (
        <ul className={`${styles.others} quiet small`}>
          {others.map(({ action, refusal }) => (
            <li key={action}>
              {t(`action.${action}`)} · {refusal && t(`refusal.${refusal}`)}
            </li>
          ))}
        </ul>
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
      <MatterHead
        title={of.summary.title}
        tag={<ClueStateTag of={of.summary} />}
        line={of.summary.number}
        text={of.text}
      />
      <KeyFacts facts={facts} compact />
      <Now of={of} onChanged={onChanged} />
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
  const { t } = useTranslation('clues');
  const { number = '' } = useParams<{ number: string }>();
  const clueNumber = decodeURIComponent(number);
  const found = useQuery({
    ...getClueOptions({ path: { clueNumber } }),
    staleTime: 0,
    retry: false,
  });
  return (
    <MatterPage
      number={clueNumber}
      back={{ href: '/staff/clues', text: t('list.title') }}
      gone={t('page.gone')}
      found={found}
    >
      {(clue, onChanged) => <Opened of={clue} onChanged={onChanged} />}
    </MatterPage>
  );
}
