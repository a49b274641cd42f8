import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrackedInfoRequest, trackInfoRequest } from '@/api/generated';
import { Button, DateTime, type KeyFact, KeyFacts, KeysForm, Name, Problem } from '@/components';
import { Derivation } from '@/components/case';
import { RequestAnswer, RequestStateTag, RequestSteps } from '@/components/inforequest';
import { type Keys, NO_KEYS, useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './InfoRequest.module.css';
import { OwnActions } from './OwnActions';

function fromFragment(fragment: string): Keys {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return { number: given.get('number') ?? '', code: given.get('code') ?? '' };
}

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
          <div className={styles.unprinted}>
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
      <div className={styles.unprinted}>
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
  const { keys, take, scanned } = useKeys(fromFragment);
  const [found, setFound] = useState<TrackedInfoRequest>();
  usePageTitle(t('track.title'), t('common:site.name'));
  const find = useMutation({
    mutationFn: (given: Keys) =>
      trackInfoRequest({
        body: { number: given.number, trackingCode: given.code },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => setFound(data),
  });
  const { mutate } = find;
  useEffect(() => {
    if (keys.number && keys.code) mutate(keys);
  }, [keys, mutate]);
  const problem = find.error && toProblem(find.error);
  return (
    <div className={`wrap ${styles.page} ${styles.narrow}`}>
      <h1>{t('track.title')}</h1>
      {found ? (
        <>
          <Found of={found} keys={keys} onChanged={setFound} />
          <div className={styles.unprinted}>
            <Button
              look="quiet"
              onClick={() => {
                take(NO_KEYS);
                setFound(undefined);
              }}
            >
              {t('track.another')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="lead">{t('track.lead')}</p>
          {problem && problem.status !== 404 && <Problem problem={problem} />}
          <KeysForm
            key={scanned}
            id="request"
            texts={{
              number: t('number'),
              numberMissing: t('track.numberMissing'),
              code: t('code'),
              codeMissing: t('track.codeMissing'),
              find: t('track.find'),
            }}
            start={keys}
            wrong={problem?.status === 404 ? t('track.notFound') : undefined}
            busy={find.isPending}
            onFind={take}
          />
        </>
      )}
    </div>
  );
}
