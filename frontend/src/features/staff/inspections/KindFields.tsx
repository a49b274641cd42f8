import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { drawInspectionSample } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, SelectField, TextArea, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import type { Called, Written } from './draft';
import styles from './Inspections.module.css';

interface Fields {
  written: Written;
  put: (change: Partial<Written>) => void;
}

const CALLED: readonly [Called, 'notCalled' | 'reachedSatisfied' | 'reachedNot' | 'notReached'][] =
  [
    ['', 'notCalled'],
    ['satisfied', 'reachedSatisfied'],
    ['unsatisfied', 'reachedNot'],
    ['notReached', 'notReached'],
  ];

/** Whom to call is drawn by lot 回访抽样. */
function Sample({ written, put }: Fields) {
  const { t } = useTranslation('inspection');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [size, setSize] = useState('5');
  const draw = useMutation({
    mutationFn: async () =>
      (
        await drawInspectionSample({
          headers: { 'Idempotency-Key': newIdempotencyKey() },
          body: { department: written.department, from, to, size: Number(size) },
          throwOnError: true,
        })
      ).data,
    onSuccess: (sample) => put({ sample, calls: {} }),
  });
  const ready = written.department && from && to && Number(size) > 0;
  return (
    <fieldset className={styles.part}>
      <legend>{t('new.sample')}</legend>
      <p className="quiet">{t('new.sampleText')}</p>
      <div className={styles.fields}>
        <TextField
          type="date"
          label={t('list.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          type="date"
          label={t('list.to')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <TextField
          type="number"
          min={1}
          max={50}
          label={t('new.size')}
          value={size}
          onChange={(event) => setSize(event.target.value)}
        />
      </div>
      <Button
        look="secondary"
        disabled={!ready}
        busy={draw.isPending}
        onClick={() => draw.mutate()}
      >
        {t('new.draw')}
      </Button>
      {draw.error && <Problem problem={toProblem(draw.error)} />}
      {written.sample && (
        <>
          <p role="status" className={styles.seed}>
            {t('new.drawn', {
              of: written.sample.drawnFrom,
              count: written.sample.cases.length,
              seed: written.sample.seed,
            })}
          </p>
          {written.sample.cases.map((number) => (
            <div key={number} className={styles.fields}>
              <Link href={`/staff/cases/${number}`}>{number}</Link>
              <SelectField
                label={t('new.call', { number })}
                value={written.calls[number] ?? ''}
                onChange={({ target }) =>
                  put({ calls: { ...written.calls, [number]: target.value as Called } })
                }
              >
                {CALLED.map(([value, label]) => (
                  <option key={value} value={value}>
                    {t(`new.${label}`)}
                  </option>
                ))}
              </SelectField>
            </div>
          ))}
        </>
      )}
    </fieldset>
  );
}

function Telephone({ written, put }: Fields) {
  const { t } = useTranslation('inspection');
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('new.answered')}
        value={written.answered}
        onChange={({ target }) => put({ answered: target.value as 'yes' | 'no' })}
      >
        <option value="yes">{t('new.yes')}</option>
        <option value="no">{t('new.no')}</option>
      </SelectField>
      <TextField
        type="number"
        min={0}
        max={100}
        optional
        label={t('new.rings')}
        value={written.rings}
        onChange={({ target }) => put({ rings: target.value })}
      />
      <TextField
        type="number"
        min={0}
        max={3600}
        optional
        label={t('new.seconds')}
        value={written.seconds}
        onChange={({ target }) => put({ seconds: target.value })}
      />
      <SelectField
        label={t('new.right')}
        optional
        value={written.right}
        onChange={({ target }) => put({ right: target.value as Written['right'] })}
      >
        <option value="">—</option>
        <option value="yes">{t('new.yes')}</option>
        <option value="no">{t('new.no')}</option>
      </SelectField>
    </div>
  );
}

function Poll({ written, put }: Fields) {
  const { t } = useTranslation('inspection');
  return (
    <div className={styles.fields}>
      {(['asked', 'satisfied'] as const).map((key) => (
        <TextField
          key={key}
          type="number"
          min={key === 'asked' ? 1 : 0}
          required
          label={t(`new.${key}`)}
          value={written[key]}
          onChange={({ target }) => put({ [key]: target.value })}
        />
      ))}
    </div>
  );
}

/** What only this kind of inspection asks for. */
export function KindFields(fields: Fields) {
  const { t } = useTranslation('inspection');
  const { written, put } = fields;
  switch (written.kind) {
    case 'open':
    case 'covert':
      return null;
    case 'fileReview':
      return (
        <TextArea
          label={t('new.cases')}
          hint={t('new.casesHint')}
          required
          rows={3}
          value={written.cases}
          onChange={({ target }) => put({ cases: target.value })}
        />
      );
    case 'callBack':
      return <Sample {...fields} />;
    case 'telephone':
      return <Telephone {...fields} />;
    case 'opinionPoll':
      return <Poll {...fields} />;
  }
}
