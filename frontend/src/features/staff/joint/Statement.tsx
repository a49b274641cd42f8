import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type JointFile, stateOnJointCase } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Bilingual, Button, Choices, Problem, TextArea } from '@/components';
import type { LaneView } from '@/components/joint';
import { toProblem } from '@/lib/problem';
import styles from './Joint.module.css';

/** Says of one's department's case whether it is complete or what it lacks; once in a round. */
export function Statement({
  jointNumber,
  lane,
  onDone,
}: {
  jointNumber: string;
  lane: LaneView;
  onDone: (after: JointFile) => void;
}) {
  const { t } = useTranslation('joint');
  const [says, setSays] = useState<'complete' | 'lacks'>('complete');
  const [what, setWhat] = useState('');
  const [risk, setRisk] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const lacks = what
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const send = useMutation({
    mutationFn: async () =>
      (
        await stateOnJointCase({
          path: { jointNumber },
          body: {
            caseNumber: lane.caseNumber,
            missing: says === 'lacks' ? lacks.map((line) => ({ what: line })) : [],
            confirmedRisk: risk,
          },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  const id = `state-${lane.caseNumber}`;
  return (
    <section className={styles.act} aria-labelledby={id}>
      <h2 id={id}>
        {t('file.mine')}: <Bilingual chinese={lane.itemName} english={lane.itemNameEn} />
      </h2>
      <p>
        <a href={`/staff/cases/${lane.caseNumber}`}>{t('file.openCase')}</a>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const nothing = says === 'lacks' && lacks.length === 0;
          setEmpty(nothing);
          if (!nothing) send.mutate();
        }}
      >
        <Choices
          name={id}
          legend={t('file.statements')}
          value={says}
          onChange={setSays}
          choices={[
            { value: 'complete', label: t('file.completeChoice') },
            { value: 'lacks', label: t('file.lackingChoice') },
          ]}
        />
        {says === 'lacks' && (
          <TextArea
            label={t('file.what')}
            error={empty ? t('file.whatMissing') : undefined}
            rows={4}
            maxLength={2000}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        )}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={risk}
            onChange={({ target }) => setRisk(target.checked)}
          />
          {t('file.risk')}
        </label>
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" busy={send.isPending}>
          {t('file.send')}
        </Button>
      </form>
    </section>
  );
}
