import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlowFigures } from '@/api/flowFigures';
import type { TrackedCase } from '@/api/generated';
import { askedFor, headlineOf, reasonOf } from '@/api/headline';
import {
  Bilingual,
  Button,
  ButtonLink,
  DateTime,
  Section,
  StateBadge,
  Tag,
  useNameText,
} from '@/components';
import { DaysLeft, Derivation, History, Notices } from '@/components/case';
import { CasePlacesFacts } from '@/components/place';
import { FlowChart } from '@/components/flow';
import { useLanguage } from '@/i18n';
import { nameInFlow } from '@/lib/flowNames';
import { formatDate, formatLimit } from '@/lib/format';
import { enteredAt, progressOf } from '@/lib/progress';
import { CaseData } from '../data/CaseData';
import { CaseBill } from './CaseBill';
import { CaseDocuments } from './CaseDocuments';
import { Correction } from './Correction';
import { type Holder, ratingPath } from './holder';
import { Papers } from './Papers';
import { Prediction } from './Prediction';
import { Promised } from './Promised';
import { ReceivedMaterials } from './ReceivedMaterials';
import styles from './Tracked.module.css';
import { Withdraw } from './Withdraw';

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Says aloud that the case has moved on while the page was open. */
function useAnnouncement(tracked: TrackedCase, sentence: string): string {
  const { t } = useTranslation('casework');
  const seen = useRef(tracked.version);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (tracked.version === seen.current) return;
    seen.current = tracked.version;
    setWords(t('track.moved', { sentence }));
  }, [tracked.version, sentence, t]);
  return words;
}

function Who({ tracked }: { tracked: TrackedCase }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  const nameText = useNameText();
  const headline = headlineOf(tracked);
  const since = enteredAt(tracked.steps, tracked.currentStepId) ?? tracked.updatedAt;
  if (headline.key === 'originals') {
    return <p className={styles.who}>{t('track.who.originals')}</p>;
  }
  if (headline.key === 'inCorrection') {
    return <p className={styles.who}>{t('track.who.applicant')}</p>;
  }
  if (!headline.open) {
    return (
      <p className={styles.who}>
        {t('track.who.ended', { at: formatDate(tracked.updatedAt, language) })}
      </p>
    );
  }
  const department = nameText(tracked.department);
  const at = formatDate(since, language);
  const together = (tracked.currentStepIds ?? []).flatMap((id) => {
    const step = nameInFlow(tracked.flow, id);
    return step ? [nameText(step)] : [];
  });
  if (together.length > 1) {
    const steps = together.join(language === 'en' ? ', ' : '、');
    return <p className={styles.who}>{t('track.who.together', { department, steps, at })}</p>;
  }
  return (
    <p className={styles.who}>
      {headline.step?.post
        ? t('track.who.post', { department, post: nameText(headline.step.post), at })
        : t('track.who.department', { department, at })}
    </p>
  );
}

/** It goes through the green channel, on what ground and with what limit. */
function Green({ green }: { green: NonNullable<TrackedCase['green']> }) {
  const { t } = useTranslation('casework');
  const language = useLanguage();
  return (
    <p className={styles.who}>
      <Tag tone="good">{t('track.green')}</Tag> {language === 'en' ? green.nameEn : green.name}
      {' · '}
      {t('track.greenBasis')} <Bilingual chinese={green.basis} />
      {green.limit && (
        <> · {t('track.greenLimit', { limit: formatLimit(green.limit, language) })}</>
      )}
    </p>
  );
}

/** What to bring to the window after a pre-review. */
function Originals({ tracked }: { tracked: TrackedCase }) {
  const { t } = useTranslation('casework');
  const wanted = tracked.originals ?? [];
  return (
    <Section id="originals" title={t('track.originals.title')}>
      <ul>
        {tracked.materials
          .filter((material) => wanted.includes(material.code))
          .map((material) => (
            <li key={material.code}>
              <Bilingual chinese={material.name} english={material.nameEn} />
            </li>
          ))}
      </ul>
      <p>{t('track.originals.text')}</p>
    </Section>
  );
}

/** A case as its applicant may see it: first where it is, then why, then everything about it. */
export function Tracked({
  tracked,
  holder,
  stale,
  onChanged,
  onLeave,
}: {
  tracked: TrackedCase;
  holder: Holder;
  stale: boolean;
  onChanged: () => void;
  /** Absent where there is another way out. */
  onLeave?: () => void;
}) {
  const { t } = useTranslation(['casework', 'common']);
  const nameText = useNameText();
  const language = useLanguage();
  const now = useNow();
  const headline = headlineOf(tracked);
  const stepText = (id: string) => {
    const step = nameInFlow(tracked.flow, id);
    return step && nameText(step);
  };
  const figures = useFlowFigures(tracked.itemCode, tracked.submittedAt);
  const materials = new Map(tracked.materials.map((material) => [material.code, material]));
  const runs = tracked.steps.findLast((visit) => visit.stepId === headline.step?.id)?.within;
  const here = headline.step && nameInFlow(tracked.flow, headline.step.id, runs);
  const sentence = t(`track.headline.${headline.key}`, {
    step: here ? nameText(here) : '',
  });
  const announcement = useAnnouncement(tracked, sentence);
  const asked = askedFor(tracked);
  const reason = reasonOf(tracked);

  return (
    <article>
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      <header className={styles.head}>
        <div className="wrap">
          <div className={styles.top}>
            <p className={styles.number}>
              {tracked.caseNumber}{' '}
              <StateBadge state={tracked.state} originals={tracked.originals !== undefined} />
            </p>
            {onLeave && (
              <Button look="quiet" className="no-print" onClick={onLeave}>
                {t('track.another')}
              </Button>
            )}
          </div>
          <div className={styles.headGrid} data-tone={headline.tone}>
            <div>
              <h1 className={styles.headline}>{sentence}</h1>
              <p className={styles.item}>
                <Bilingual chinese={tracked.itemName} english={tracked.itemNameEn} />
              </p>
              <Who tracked={tracked} />
              {tracked.green && <Green green={tracked.green} />}
              {tracked.pause && (
                <p className={styles.who}>
                  {t('track.pausedOn', {
                    ground:
                      language === 'en'
                        ? (tracked.pause.groundEn ?? tracked.pause.ground)
                        : tracked.pause.ground,
                    article: tracked.pause.article,
                  })}
                </p>
              )}
              {headline.open && <Prediction key={tracked.version} tracked={tracked} />}
              {reason && (
                <p className={styles.reason} lang="zh-CN">
                  {reason}
                </p>
              )}
            </div>
            {!headline.open && (
              <p className={`${styles.rate} no-print`}>
                <ButtonLink href={ratingPath(holder)}>{t('track.rate')}</ButtonLink>
                <span className="small quiet">{t('track.ratePrivate')}</span>
              </p>
            )}
            {tracked.deadline && <DaysLeft deadline={tracked.deadline} now={now} />}
          </div>
          {stale && (
            <p className={styles.stale} role="status">
              {t('track.stale')}
            </p>
          )}
        </div>
      </header>

      <div className="wrap">
        {tracked.originals && <Originals tracked={tracked} />}
        {asked && tracked.possible.includes('supplement') && (
          <Correction tracked={tracked} asked={asked} holder={holder} onDone={onChanged} />
        )}
        <CaseBill holder={holder} version={tracked.version} />
        {tracked.places?.takenIn && <Papers holder={holder} version={tracked.version} />}
        {tracked.mayPromise && (
          <Promised holder={holder} version={tracked.version} now={now} onChanged={onChanged} />
        )}
        <Section id="flow" title={t('track.flow')} wide>
          <FlowChart
            key={tracked.version}
            flow={tracked.flow}
            figures={figures}
            progress={progressOf(tracked.steps, headline.open, tracked.flow.edges)}
            materialName={(code) => {
              const material = materials.get(code);
              return material && nameText(material);
            }}
          />
        </Section>
        {tracked.deadline && (
          <Section id="deadline" title={t('track.deadline')}>
            <Derivation deadline={tracked.deadline} now={now} />
          </Section>
        )}
        <Section id="history" title={t('history.title')}>
          <History entries={tracked.history} stepName={stepText} />
        </Section>
        <CaseDocuments holder={holder} version={tracked.version} />
        <Section id="materials" title={t('materials.title')}>
          <ReceivedMaterials materials={tracked.materials} />
        </Section>
        {tracked.notices.length > 0 && (
          <Section id="notices" title={t('notices.title')}>
            <Notices notices={tracked.notices} />
          </Section>
        )}
        <Section id="about" title={t('track.about')}>
          <dl className={styles.facts}>
            <div>
              <dt>{t('apply.department')}</dt>
              <dd>
                <Bilingual chinese={tracked.department.name} english={tracked.department.nameEn} />
              </dd>
            </div>
            <div>
              <dt>{t('receipt.submittedAt')}</dt>
              <dd>
                <DateTime value={tracked.submittedAt} />
              </dd>
            </div>
            {tracked.applicantMasked && (
              <div>
                <dt>{t('receipt.applicant')}</dt>
                <dd lang="zh-CN">{tracked.applicantMasked}</dd>
              </div>
            )}
            {tracked.jointNumber && (
              <div>
                <dt>{t('track.joint')}</dt>
                <dd>{tracked.jointNumber}</dd>
              </div>
            )}
            {tracked.places && <CasePlacesFacts places={tracked.places} />}
            {tracked.subject && (
              <div>
                <dt>{t('apply.subjectTitle')}</dt>
                <dd className={styles.subject} lang="zh-CN">
                  {tracked.subject}
                </dd>
              </div>
            )}
          </dl>
          {tracked.personalDataDeletedAt && (
            <p>{t('track.deleted', { at: formatDate(tracked.personalDataDeletedAt, language) })}</p>
          )}
          <p className="small">
            <a href={`/services/${encodeURIComponent(tracked.itemCode)}`}>{t('track.toItem')}</a>
          </p>
        </Section>
        <div className="no-print">
          <Section id="data" title={t('track.data')}>
            <CaseData holder={holder} deleted={tracked.personalDataDeletedAt !== undefined} />
          </Section>
        </div>
        {tracked.possible.includes('withdraw') && (
          <div className="no-print">
            <Section id="withdraw" title={t('withdraw.title')}>
              <Withdraw holder={holder} onDone={onChanged} />
            </Section>
          </div>
        )}
        <p className="print-only small">
          {t('common:print.printed', { at: formatDate(new Date(now).toISOString(), language) })}
        </p>
      </div>
    </article>
  );
}
