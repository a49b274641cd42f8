import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrackedInfoRequest, trackInfoRequest } from '@/api/generated';
import { Button, ByKeys, DateTime, type KeyFact, KeyFacts, Name } from '@/components';
import { Derivation } from '@/components/case';
import { RequestAnswer, RequestStateTag, RequestSteps } from '@/components/inforequest';
import type { Keys } from '@/lib/keys';
import { usePageTitle } from '@/lib/title';
import styles from './InfoRequest.module.css';
import { OwnActions } from './OwnActions';

function Found({
  of,
  keys,
  onChanged,
}: {
  of: TrackedInfoRequest;
  keys: Keys;
  onChanged: (after: TrackedInfoRequest) => void;
}) {
  const { t } = useTranslation('inforequest');
  const [now] = useState(Date.now);
  const facts: KeyFact[] = [
    { label: t('number'), value: of.number },
    { label: t('track.department'), value: <Name of={of.department} /> },
    { label: t('track.receivedAt'), value: <DateTime value={of.receivedAt} as="date" /> },
    { label: t('field.form'), value: `${t(`form.${of.form}`)} · ${t(`way.${of.way}`)}` },
  ];
  if (of.dueAt && of.dueFor)
    facts.push({
      label: t(`due.${of.dueFor}`),
      value: <DateTime value={of.dueAt} />,
      strong: true,
    });
  return (
    <>
      <div className={styles.ways}>
        <h2 lang="zh-CN">{of.title}</h2>
        <RequestStateTag state={of.state} late={of.late} />
      </div>
      <p className="lead" role="status">
        {t(`stateText.${of.state}`)}
      </p>
      <KeyFacts facts={facts} compact />
      {of.answer && (
        <>
          <RequestAnswer number={of.number} department={of.department} of={of.answer} />
          {of.reviewed && <p>{t(`reviewed.${of.reviewed}`)}</p>}
          <div className="no-print">
            <Button look="secondary" onClick={() => window.print()}>
              {t('answer.print')}
            </Button>
          </div>
        </>
      )}
      <OwnActions key={of.acts.length} of={of} keys={keys} onChanged={onChanged} />
      <h2>{t('track.asked')}</h2>
      <p lang="zh-CN" className={styles.text}>
        {of.description}
      </p>
      <div className="no-print">
        <h2>{t('track.steps')}</h2>
        <RequestSteps steps={of.acts} />
        {of.deadline && of.dueFor && (
          <>
            <h2>{t(`due.${of.dueFor}`)}</h2>
            <Derivation deadline={of.deadline} now={now} />
          </>
        )}
      </div>
    </>
  );
}

/** What becomes of a request, and its written answer, for who holds number and code. */
export function TrackPage() {
  const { t } = useTranslation(['inforequest', 'common']);
  usePageTitle(t('track.title'), t('common:site.name'));
  return (
    <ByKeys
      id="request"
      texts={{
        title: t('track.title'),
        lead: t('track.lead'),
        number: t('number'),
        numberMissing: t('track.numberMissing'),
        code: t('code'),
        codeMissing: t('track.codeMissing'),
        find: t('track.find'),
        notFound: t('track.notFound'),
        another: t('track.another'),
      }}
      find={async (keys) =>
        (
          await trackInfoRequest({
            body: { number: keys.number, trackingCode: keys.code },
            throwOnError: true,
          })
        ).data
      }
    >
      {(found, keys, onChanged) => <Found of={found} keys={keys} onChanged={onChanged} />}
    </ByKeys>
  );
}
