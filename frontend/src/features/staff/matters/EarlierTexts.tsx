import { useTranslation } from 'react-i18next';
import type { EarlierPublication } from '@/api/generated';
import { DateTime, KeyFacts } from '@/components';
import type { Redacted } from './RedactionForm';
import styles from './Matters.module.css';

/** What was public before, with who took it back and why, the last first. */
export function EarlierTexts({ of, texts }: { of: EarlierPublication[]; texts: Redacted }) {
  const { t } = useTranslation('complaints');
  const ended = ({ reason }: EarlierPublication) =>
    t(reason ? 'earlierTexts.withdrawn' : 'earlierTexts.replaced');
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="earlier-texts">
      <h2 id="earlier-texts">{t('earlierTexts.heading')}</h2>
      {of.map((earlier) => (
        <details key={earlier.publishedAt} className={styles.earlier}>
          <summary>
            <span lang="zh-CN">{earlier.title}</span>{' '}
            <span className="quiet">
              {ended(earlier)} <DateTime value={earlier.endedAt} />
            </span>
          </summary>
          <KeyFacts
            compact
            facts={[
              {
                label: t('earlierTexts.published'),
                value: <DateTime value={earlier.publishedAt} />,
                note: <span lang="zh-CN">{earlier.publishedBy}</span>,
              },
              {
                label: ended(earlier),
                value: <DateTime value={earlier.endedAt} />,
                note: <span lang="zh-CN">{earlier.endedBy}</span>,
              },
            ]}
          />
          {earlier.reason && (
            <p>
              {t('publish.reason')}: <span lang="zh-CN">{earlier.reason}</span>
            </p>
          )}
          <h3>{texts.question}</h3>
          <p className={styles.text} lang="zh-CN">
            {earlier.question}
          </p>
          <h3>{texts.answer}</h3>
          <p className={styles.text} lang="zh-CN">
            {earlier.answer}
          </p>
        </details>
      ))}
    </section>
  );
}
