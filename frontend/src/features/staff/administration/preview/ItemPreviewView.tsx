import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemPreview } from '@/api/generated';
import { Button, DateTime, Empty, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { Changes } from './Changes';
import styles from './ItemPreviewView.module.css';

/** What would change, from when, and who is not touched by it; and the last word. */
export function ItemPreviewView({
  preview,
  sending,
  error,
  onPublish,
  onBack,
}: {
  preview: ItemPreview;
  sending: boolean;
  error: unknown;
  onPublish: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('administration');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { runningCases } = preview;
  const nothing = preview.changes.length === 0;
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title" ref={heading} tabIndex={-1}>
        {t('preview.title')}
      </h2>
      {nothing ? (
        <Empty title={t('preview.same')} />
      ) : (
        <>
          <dl className={styles.facts}>
            <div>
              <dt>{t('preview.begins')}</dt>
              <dd>
                <DateTime value={preview.effectiveFrom} as="dateWeekday" />
              </dd>
            </div>
            {preview.baseVersion > 0 && preview.lastDayBefore && (
              <div>
                <dt>{t('preview.ends', { version: preview.baseVersion })}</dt>
                <dd>
                  <DateTime value={preview.lastDayBefore} as="dateWeekday" />
                </dd>
              </div>
            )}
            <div>
              <dt>{t('preview.cases')}</dt>
              <dd>
                {runningCases.total === 0
                  ? t('preview.noCases')
                  : runningCases.versions.map(({ version, cases }) => (
                      <span key={version} className={styles.version}>
                        {t('preview.casesOn', { version, count: cases })}
                      </span>
                    ))}
              </dd>
            </div>
          </dl>
          <Changes changes={preview.changes} />
          {preview.findings.length > 0 && (
            <div className={styles.warnings}>
              <h3>{t('preview.warnings')}</h3>
              <ul>
                {preview.findings.map((finding) => (
                  <li key={finding.code + finding.detail}>{finding.detail}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      {error !== null && <Problem problem={toProblem(error)} />}
      <div className={styles.ways}>
        {!nothing && (
          <Button size="large" busy={sending} onClick={onPublish}>
            {t('preview.publish')}
          </Button>
        )}
        <Button look="secondary" size="large" onClick={onBack}>
          {t('preview.back')}
        </Button>
      </div>
    </section>
  );
}
