import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  rateComplaint,
  type Satisfaction,
  type TrackedComplaint,
  trackComplaint,
  urgeComplaint,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ByKeys,
  Choices,
  DateTime,
  type KeyFact,
  KeyFacts,
  Name,
  Problem,
  TextArea,
} from '@/components';
import { Derivation } from '@/components/case';
import { ComplaintStateTag, ComplaintSteps } from '@/components/complaint';
import type { Keys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Complaint.module.css';

const GRADES = ['satisfied', 'basicallySatisfied', 'notSatisfied'] as const;

const body = (keys: Keys) => ({ number: keys.number, trackingCode: keys.code });

function RateForm({
  keys,
  first,
  onRated,
}: {
  keys: Keys;
  /** Whether it would be handled once more. */
  first: boolean;
  onRated: (after: TrackedComplaint) => void;
}) {
  const { t } = useTranslation('complaint');
  const [grade, setGrade] = useState<Satisfaction>();
  const [words, setWords] = useState('');
  const [pressed, setPressed] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: (given: Satisfaction) =>
      rateComplaint({
        body: { ...body(keys), grade: given, ...(words.trim() && { words: words.trim() }) },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onRated(data),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (grade) send.mutate(grade);
      }}
    >
      <Choices
        name="grade"
        legend={t('rate.question')}
        error={pressed && !grade ? t('missing') : undefined}
        choices={GRADES.map((each) => ({
          value: each,
          label: t(`grade.${each}`),
          ...(each === 'notSatisfied' && first && { hint: t('rate.again') }),
        }))}
        value={grade}
        onChange={setGrade}
      />
      <TextArea
        label={t('rate.words')}
        optional
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <div>
        <Button type="submit" size="large" busy={send.isPending}>
          {t('rate.send')}
        </Button>
      </div>
    </form>
  );
}

function Urge({ keys, onUrged }: { keys: Keys; onUrged: (after: TrackedComplaint) => void }) {
  const { t } = useTranslation('complaint');
  const [key] = useState(newIdempotencyKey);
  const urge = useMutation({
    mutationFn: () =>
      urgeComplaint({
        body: body(keys),
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onUrged(data),
  });
  return (
    <div>
      {urge.error && <Problem problem={toProblem(urge.error)} />}
      <Button look="secondary" busy={urge.isPending} onClick={() => urge.mutate()}>
        {t('urge')}
      </Button>
    </div>
  );
}

function Found({
  of,
  keys,
  onChanged,
}: {
  of: TrackedComplaint;
  keys: Keys;
  onChanged: (after: TrackedComplaint) => void;
}) {
  const { t } = useTranslation('complaint');
  const [now] = useState(Date.now);
  const facts: KeyFact[] = [
    { label: t('number'), value: of.number },
    { label: t('field.kind'), value: t(`kind.${of.kind}`) },
    { label: t('track.receivedAt'), value: <DateTime value={of.receivedAt} /> },
  ];
  if (of.department) facts.push({ label: t('track.lead'), value: <Name of={of.department} /> });
  if (of.dueAt && of.dueFor)
    facts.push({
      label: t(`due.${of.dueFor}`),
      value: <DateTime value={of.dueAt} />,
      strong: true,
    });
  return (
    <>
      <div className={styles.ways}>
        <h2 lang="zh-CN">{of.subject}</h2>
        <ComplaintStateTag state={of.state} supervised={of.supervised} />
      </div>
      <p className="lead" role="status">
        {t(`stateText.${of.state}`)}
      </p>
      <KeyFacts facts={facts} compact />
      {of.reply && (
        <section className={styles.receipt} aria-labelledby="reply-title">
          <h2 id="reply-title">{t('answer')}</h2>
          <p lang="zh-CN">{of.reply}</p>
        </section>
      )}
      {of.mayRate && <RateForm keys={keys} first={of.round === 1} onRated={onChanged} />}
      {of.mayUrge && <Urge key={of.acts.length} keys={keys} onUrged={onChanged} />}
      <h2>{t('track.steps')}</h2>
      <ComplaintSteps steps={of.acts} />
      {of.deadline && of.dueFor && of.state !== 'replied' && (
        <>
          <h2>{t(`due.${of.dueFor}`)}</h2>
          <Derivation deadline={of.deadline} now={now} />
        </>
      )}
    </>
  );
}

/** What becomes of it, for who holds number and code. */
export function TrackPage() {
  const { t } = useTranslation(['complaint', 'common']);
  usePageTitle(t('track.title'), t('common:site.name'));
  return (
    <ByKeys
      id="complaint"
      texts={{
        title: t('track.title'),
        lead: t('track.lead1'),
        number: t('number'),
        numberMissing: t('track.numberMissing'),
        code: t('code'),
        codeMissing: t('track.codeMissing'),
        find: t('track.find'),
        notFound: t('track.notFound'),
        another: t('track.another'),
      }}
      find={async (keys) => (await trackComplaint({ body: body(keys), throwOnError: true })).data}
    >
      {(found, keys, onChanged) => <Found of={found} keys={keys} onChanged={onChanged} />}
    </ByKeys>
  );
}
