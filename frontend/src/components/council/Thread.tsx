import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../Tag';
import { DateTime, Name } from '../Values';
import styles from './Council.module.css';
import { type FetchFile, Files } from './Files';
import { ModerationTag } from './TopicStateTag';
import type { Answered, Contribution, Writer } from './types';

/** A member by name, organisation and what they are appointed as. */
export function Author({ of }: { of: Writer }) {
  const { t } = useTranslation('council');
  return (
    <>
      <b lang="zh-CN">{of.name}</b>
      {of.organisation && <span lang="zh-CN">{of.organisation}</span>}
      {of.kind && <Tag>{t(`kind.${of.kind}`)}</Tag>}
    </>
  );
}

/** What was written, one under the other; what waits or was refused says so. */
export function Thread<Said extends Contribution>({
  of,
  fetch,
  ways,
}: {
  of: { contributions: readonly Said[] };
  fetch: FetchFile;
  /** What can be done about one. */
  ways?: (contribution: Said) => ReactNode;
}) {
  const { t } = useTranslation('council');
  return (
    <ol role="list" className={styles.thread}>
      {of.contributions.map((each) => (
        <li
          key={each.number}
          className={styles.said}
          data-hidden={each.moderation === 'shown' ? undefined : true}
        >
          <p className={`${styles.who} small`}>
            <Author of={each.author} />
            <span className="quiet">
              <DateTime value={each.at} />
            </span>
            {each.moderation !== 'shown' && <ModerationTag of={each.moderation} />}
          </p>
          {each.words && (
            <p lang="zh-CN" className={styles.words}>
              {each.words}
            </p>
          )}
          {each.reason && (
            <p className={styles.reason}>
              {t('reason')}
              <span lang="zh-CN">{each.reason}</span>
            </p>
          )}
          <Files files={each.files} fetch={fetch} />
          {ways?.(each)}
        </li>
      ))}
    </ol>
  );
}

/** The department's official answer. */
export function Answer({ of, fetch }: { of: Answered; fetch: FetchFile }) {
  const { t } = useTranslation('council');
  const { answer } = of;
  return answer ? (
    <section className={styles.answer} aria-labelledby="council-answer">
      <h2 id="council-answer">{t('answer.title')}</h2>
      <p className={`${styles.who} quiet small`}>
        <Name of={answer.department} />
        <DateTime value={answer.at} />
        <Tag tone={answer.late ? 'bad' : 'good'}>{t(answer.late ? 'late' : 'inTime')}</Tag>
      </p>
      <p lang="zh-CN" className={styles.words}>
        {answer.words}
      </p>
      <Files files={answer.files} fetch={fetch} />
    </section>
  ) : null;
}
