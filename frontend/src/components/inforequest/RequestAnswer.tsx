import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language } from '@/lib/language';
import { formatDate } from '@/lib/format';
import { type KeyFact, KeyFacts } from '../KeyFacts';
import { DateTime, Name } from '../Values';
import styles from './InfoRequest.module.css';
import type { Answer, Decision, Department } from './types';

function useDecisionFacts(of: Decision): KeyFact[] {
  const { t } = useTranslation('inforequest');
  return [
    { label: t('answer.decision'), value: t(`decision.${of.kind}`), strong: true },
    ...(of.ground ? [{ label: t('answer.ground'), value: t(`ground.${of.ground}`) }] : []),
    ...(of.authority ? [{ label: t('answer.authority'), value: <Name of={of.authority} /> }] : []),
    {
      label: t('answer.basis'),
      value: (
        <span lang="zh-CN">
          {of.law}
          {of.articles}
        </span>
      ),
    },
  ];
}

/** What is decided, on which articles, and in the office's words. */
export function RequestDecision({ of, words }: { of: Decision; words: string }) {
  const { t } = useTranslation('inforequest');
  return (
    <>
      <KeyFacts facts={useDecisionFacts(of)} compact />
      <p lang="zh-CN" className={styles.words}>
        {words}
      </p>
      {of.publicInterest && <p>{t('answer.publicInterest')}</p>}
    </>
  );
}

/** The written answer, with what can be done against it. */
export function RequestAnswer({
  number,
  department,
  of,
}: {
  number: string;
  department: Department;
  of: Answer;
}) {
  const { t, i18n } = useTranslation('inforequest');
  const title = useId();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const remedies = {
    days: of.reconsiderationDays,
    months: of.lawsuitMonths,
    daysAfter: of.lawsuitDaysAfter,
    reconsiderationBy: formatDate(of.reconsiderationBy, language, 'date'),
    lawsuitBy: formatDate(of.lawsuitBy, language, 'date'),
  };
  return (
    <section className={styles.answer} aria-labelledby={title}>
      <h2 id={title}>{t('answer.title')}</h2>
      <p className="quiet">
        {number} · <Name of={department} /> · {t('answer.day')}{' '}
        <DateTime value={of.answeredAt} as="date" />
      </p>
      <RequestDecision of={of.decision} words={of.words} />
      <h3>{t('answer.remedies')}</h3>
      <p>{t(of.reconsiderationFirst ? 'answer.first' : 'answer.either', remedies)}</p>
    </section>
  );
}
