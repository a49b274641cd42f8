import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerItem, ReuseMaterial } from '@/api/generated';
import { Bilingual, Button, Problem } from '@/components';
import { type NoticeWay, usualChoice } from '@/lib/noticeChoice';
import { type ProblemDetail } from '@/lib/problem';
import { useLanguage } from '@/i18n';
import { formatLimit } from '@/lib/format';
import { fieldId } from './checks';
import type { Draft } from './draft';
import { DocumentName, FromApplication } from '@/components/reuse';
import { lateOf, replaced, signedOf } from './promise';
import styles from './Review.module.css';

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TakenOver({ material }: { material: ReuseMaterial }) {
  return (
    <span className={styles.file}>
      {material.document ? <DocumentName document={material.document} /> : material.fileName}{' '}
      <span className="quiet">
        <FromApplication source={material.source} />
      </span>
    </span>
  );
}

/** Everything once more before it is sent, each part with a way back to change it. */
export function Review({
  item,
  draft,
  asMyself,
  regionName,
  collectName,
  problem,
  busy,
  onChange,
  onSend,
}: {
  item: PowerItem;
  draft: Draft;
  /** With an account, which has its own way of being told. */
  asMyself: boolean;
  regionName: string | undefined;
  /** Where the result is collected, when not at the department's window. */
  collectName: string | undefined;
  problem: ProblemDetail | undefined;
  busy: boolean;
  onChange: (fieldId: string) => void;
  onSend: () => void;
}) {
  const { t } = useTranslation(['casework', 'promise']);
  const language = useLanguage();
  const late = lateOf(draft, item.materials);
  const signed = signedOf(draft, item.materials);
  const organisation = draft.kind === 'organisation';
  const nothing = <span className="quiet">{t('review.nothing')}</span>;
  const head = (title: string, field: string) => (
    <div className={styles.head}>
      <h2>{title}</h2>
      <button type="button" className={styles.change} onClick={() => onChange(fieldId(field))}>
        {t('review.change')}
        <span className="visually-hidden"> {title}</span>
      </button>
    </div>
  );
  const notices = draft.notices ?? usualChoice('zh-CN');
  const ways = (chosen: readonly NoticeWay[]) =>
    chosen
      .map((way) => t(way === 'inApp' ? 'notices.choice.trackingPage' : `notices.channel.${way}`))
      .join(t('notices.choice.and'));
  const asked = item.materials.filter(
    (material) => material.source !== 'government' || draft.takenOver?.[material.code],
  );
  return (
    <div className={styles.review}>
      <section>
        {head(t('apply.applicantTitle'), 'applicant.name')}
        <dl className={styles.lines}>
          <Line label={t('apply.kind')}>
            {t(organisation ? 'apply.organisation' : 'apply.person')}
          </Line>
          <Line label={t(organisation ? 'apply.organisationName' : 'apply.name')}>
            {draft.name}
          </Line>
          <Line label={t(organisation ? 'apply.creditCode' : 'apply.identityNumber')}>
            {draft.identityNumber || nothing}
          </Line>
          {organisation && (
            <Line label={t('apply.contactName')}>{draft.contactName || nothing}</Line>
          )}
          <Line label={t('apply.phone')}>{draft.phone}</Line>
          <Line label={t('apply.address')}>{draft.address || nothing}</Line>
          {regionName && <Line label={t('apply.township')}>{regionName}</Line>}
          {collectName && <Line label={t('apply.collectAt')}>{collectName}</Line>}
        </dl>
      </section>
      <section>
        {head(t('apply.subjectTitle'), 'subject')}
        <dl className={styles.lines}>
          <Line label={t('apply.subject')}>
            <span className={styles.long}>{draft.subject || nothing}</span>
          </Line>
        </dl>
      </section>
      {asked.length > 0 && (
        <section>
          {head(t('materials.title'), 'materials')}
          <dl className={styles.lines}>
            {asked.map((material) => {
              const files = draft.files[material.code] ?? [];
              const taken = draft.takenOver?.[material.code];
              return (
                <Line
                  key={material.code}
                  label={<Bilingual chinese={material.name} english={material.nameEn} />}
                >
                  {taken && <TakenOver material={taken} />}
                  {files.length === 0
                    ? !taken &&
                      (late.includes(material.code) && material.lateLimit
                        ? t('promise:apply.laterShort', {
                            limit: formatLimit(material.lateLimit, language),
                          })
                        : replaced(draft, material.code, item)
                          ? t('promise:apply.conditions')
                          : material.required && material.deferrable
                            ? t('review.later')
                            : nothing)
                    : files.map((file) => (
                        <span key={file.uploadId} className={styles.file}>
                          {file.fileName}
                        </span>
                      ))}
                </Line>
              );
            })}
          </dl>
        </section>
      )}
      {signed && (
        <section>
          {head(t('promise:apply.title'), 'promise.signedName')}
          <dl className={styles.lines}>
            <Line label={t('promise:signature')}>{signed.signedName}</Line>
          </dl>
        </section>
      )}
      {!asMyself && (
        <section>
          {head(t('notices.choice.title'), 'notices.required')}
          <dl className={styles.lines}>
            <Line label={t('notices.choice.required')}>{ways(['inApp', ...notices.required])}</Line>
            <Line label={t('notices.choice.progress')}>
              {notices.progress.length > 0 ? ways(notices.progress) : t('notices.choice.none')}
            </Line>
            {notices.email && <Line label={t('notices.choice.email')}>{notices.email}</Line>}
          </dl>
        </section>
      )}
      <section className={styles.send}>
        <h2>{t('review.declareTitle')}</h2>
        <p>{t('review.declare')}</p>
        {problem && (
          <Problem problem={problem}>
            {(problem.status === 0 || problem.status >= 500) && <p>{t('review.onlyOnce')}</p>}
          </Problem>
        )}
        <Button size="large" busy={busy} onClick={onSend}>
          {busy ? t('review.sending') : problem ? t('review.sendAgain') : t('review.send')}
        </Button>
      </section>
    </div>
  );
}
