import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rateOwnAgent, type Satisfaction } from '@/api/generated';
import { Button, Choices, Problem, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Agents.module.css';

const GRADES: readonly Satisfaction[] = ['satisfied', 'basicallySatisfied', 'notSatisfied'];

/** Says once how one was served, to the supervisors alone. */
export function RateForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation(['agency', 'rating']);
  const [grade, setGrade] = useState<Satisfaction>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (given: Satisfaction) =>
      rateOwnAgent({
        path: { id },
        body: { grade: given, ...(words.trim() && { words: words.trim() }) },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <form
      noValidate
      className={styles.sign}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (grade) send.mutate(grade);
      }}
    >
      <p>{t('rate.lead')}</p>
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Choices
        name="grade"
        legend={t('rate.grade')}
        error={tried && !grade ? t('missing') : undefined}
        choices={GRADES.map((each) => ({ value: each, label: t(`rating:grade.${each}`) }))}
        value={grade}
        onChange={setGrade}
      />
      <TextArea
        label={t('rate.words')}
        optional
        rows={3}
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('rate.send')}
        </Button>
      </div>
    </form>
  );
}
