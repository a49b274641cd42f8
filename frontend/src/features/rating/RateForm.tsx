import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grades, RatableCase } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Checks, ErrorSummary, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import { GradeField } from './GradeField';
import { ASPECTS } from './grades';
import { type Holder, rate } from './holder';
import styles from './RatePage.module.css';

/** Three faces first; everything else may be left out. */
export function RateForm({
  holder,
  onRated,
}: {
  holder: Holder;
  onRated: (rated: RatableCase) => void;
}) {
  const { t } = useTranslation('rating');
  const [grades, setGrades] = useState<Partial<Grades>>({});
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const missing = attempt > 0 && !grades.overall ? t('overallMissing') : undefined;
  const send = useMutation({
    mutationFn: (given: Grades) => rate(holder, given, key),
    onSuccess: onRated,
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const { overall, words, ...rest } = grades;
        if (overall && !send.isPending) {
          send.mutate({ ...rest, overall, ...(words?.trim() && { words: words.trim() }) });
        }
      }}
    >
      {missing && (
        <ErrorSummary errors={[{ fieldId: 'rate-overall', text: missing }]} attempt={attempt} />
      )}
      <GradeField
        id="rate-overall"
        large
        legend={t('overall')}
        value={grades.overall}
        error={missing}
        onChange={(overall) => setGrades({ ...grades, overall })}
      />
      <section className={styles.more} aria-labelledby="rate-more">
        <h2 id="rate-more">{t('more')}</h2>
        {ASPECTS.map((aspect) => (
          <GradeField
            key={aspect}
            legend={t(aspect)}
            value={grades[aspect]}
            onChange={(grade) => setGrades({ ...grades, [aspect]: grade })}
          />
        ))}
        <TextArea
          label={t('words')}
          hint={t('wordsHint')}
          optional
          maxLength={1000}
          value={grades.words ?? ''}
          onChange={({ target }) => setGrades({ ...grades, words: target.value })}
        />
        {grades.overall === 'notSatisfied' && (
          <div>
            <Checks
              legend={<span className="visually-hidden">{t('named')}</span>}
              choices={[{ value: 'named', label: t('named') }]}
              values={grades.mayBeNamed ? ['named'] : []}
              onChange={(values) => setGrades({ ...grades, mayBeNamed: values.length > 0 })}
            />
            <p className="quiet small">{t('namedHint')}</p>
          </div>
        )}
      </section>
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" size="large" busy={send.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
