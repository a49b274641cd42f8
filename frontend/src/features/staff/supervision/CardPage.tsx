import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { Card, CardSource } from '@/api/generated';
import { getCardOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, type KeyFact, KeyFacts, Loading, Name, Problem } from '@/components';
import { Derivation } from '@/components/case';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { HandOver } from '../clues/HandOver';
import list from '../List.module.css';
import { useNow } from '../useNow';
import { CardActing } from './CardActing';
import { CardSteps } from './CardSteps';
import { CardStateTag, ColourTag, cardPath, RuleName } from './cardWords';
import styles from '../Record.module.css';
import { SeverityTag, Subject } from './words';

function Facts({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const { summary } = card;
  const facts: KeyFact[] = [
    {
      label: t('list.department'),
      value: (
        <Link href={`/staff/cards/departments/${encodeURIComponent(summary.department.code)}`}>
          <Name of={summary.department} />
        </Link>
      ),
    },
    {
      label: t('list.person'),
      value: summary.person ? (
        <Link href={`/staff/cards/people/${encodeURIComponent(summary.person.account)}`}>
          <Name of={summary.person} />
        </Link>
      ) : (
        t('list.nobody')
      ),
    },
    {
      label: t('list.issued'),
      value: <DateTime value={summary.issuedAt} as="date" />,
    },
    {
      label: t('list.pointsHeader'),
      value: summary.points,
      note: t(summary.state === 'kept' ? 'card.counted' : 'card.notCounted'),
    },
  ];
  if (summary.itemName)
    facts.push({
      label: t('card.item'),
      value: <Bilingual chinese={summary.itemName} english={summary.itemNameEn} />,
    });
  if (card.bulletin)
    facts.push({ label: t('card.bulletin'), value: <span lang="zh-CN">{card.bulletin}</span> });
  card.talks.forEach((talk) =>
    facts.push({
      label: t('card.talk', { party: t(`party.${talk.party}`) }),
      value: t(`talk.${talk.state}`),
      ...(talk.state === 'called' && {
        note: (
          <>
            {t('card.until')} <DateTime value={talk.dueOn} as="date" />
          </>
        ),
      }),
    }),
  );
  return <KeyFacts facts={facts} compact />;
}

function Links({ cards }: { cards: readonly CardSource[] }) {
  return (
    <ul role="list" className={styles.list}>
      {cards.map((one) => (
        <li key={one.number} className={styles.entry}>
          <div className={styles.line}>
            <ColourTag colour={one.colour} />
            <Link href={cardPath(one.number)} lang="zh-CN" className={styles.number}>
              {one.number}
            </Link>
            <CardStateTag state={one.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Found({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  return (
    <ul role="list" className={styles.list}>
      {card.foundAll.map((found) => (
        <li key={found.id} className={styles.entry}>
          <div className={styles.line}>
            <Link href={`/staff/findings/${found.id}`} className={styles.number}>
              <RuleName of={found} />
            </Link>
            <SeverityTag severity={found.severity} />
            {!found.standing && <span>{t('card.findingGone')}</span>}
          </div>
          <p className={styles.meta}>
            <Subject of={found.subject} />
            <DateTime value={found.occurredAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A card: what was found, what can be done now and by whom, and what has happened so far. */
export function CardPage() {
  const { t } = useTranslation(['cards', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const cardNumber = decodeURIComponent(number);
  const queries = useQueryClient();
  const now = useNow();
  const found = useQuery({ ...getCardOptions({ path: { cardNumber } }), staleTime: 0 });
  usePageTitle(cardNumber, t('common:site.name'));
  const card = found.data;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/cards">{t('list.title')}</Link>
      </p>
      <div className={styles.head}>
        <h1 lang="zh-CN">{cardNumber}</h1>
        {card && (
          <>
            <ColourTag colour={card.summary.colour} />
            <CardStateTag state={card.summary.state} />
          </>
        )}
      </div>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={10} />}
      {card && (
        <>
          <p className="lead">{t(`stateText.${card.summary.state}`)}</p>
          <Facts card={card} />
          <h2>{t('card.now')}</h2>
          <CardActing card={card} onChanged={() => void queries.invalidateQueries()} />
          <HandOver
            kind="card"
            reference={cardNumber}
            channel="supervision"
            department={card.summary.department.code}
          />
          {card.deadline && card.deadlineFor && (
            <>
              <h3>{t(`deadline.${card.deadlineFor}`)}</h3>
              <Derivation deadline={card.deadline} now={now} />
            </>
          )}
          <h2>{t('card.found')}</h2>
          {card.sources.length > 0 && (
            <>
              <p>{t('card.raised')}</p>
              <Links cards={card.sources} />
              <h3>{t('card.foundBehind')}</h3>
            </>
          )}
          <Found card={card} />
          {card.leadsTo.length > 0 && (
            <>
              <h2>{t('card.leadsTo')}</h2>
              <Links cards={card.leadsTo} />
            </>
          )}
          <h2>{t('card.sofar')}</h2>
          <CardSteps acts={card.acts} />
        </>
      )}
    </div>
  );
}
