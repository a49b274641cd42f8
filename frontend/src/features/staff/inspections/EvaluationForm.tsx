import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluateRiskPost, type RiskPostFile, type RiskPostGrade } from '@/api/generated';
import { Button, Problem, SelectField, TextArea, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { useNow } from '../useNow';
import styles from './Inspections.module.css';

const GRADES: readonly RiskPostGrade[] = ['excellent', 'good', 'fair', 'poor'];

/** The evaluation of a year 年终评价; where there is one already, it is corrected, with a reason. */
export function EvaluationForm({ file, onDone }: { file: RiskPostFile; onDone: () => void }) {
  const { t } = useTranslation('inspection');
  const thisYear = new Date(useNow()).getFullYear();
  const [year, setYear] = useState(String(thisYear));
  const [grade, setGrade] = useState<RiskPostGrade>('good');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const corrects = file.evaluations.some((each) => String(each.year) === year);
  const send = useMutation({
    mutationFn: () =>
      evaluateRiskPost({
        path: {
          department: file.post.department.code,
          post: file.post.post,
          year: Number(year),
        },
        headers: { 'If-Match': `"${file.version}"` },
        body: { grade, text: text.trim(), ...(corrects && { reason: reason.trim() }) },
        throwOnError: true,
      }),
    onSuccess: () => {
      setText('');
      setReason('');
      onDone();
    },
  });
  return (
    <details>
      <summary>{t('posts.evaluate')}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <div className={styles.fields}>
          <TextField
            type="number"
            min={2000}
            max={thisYear}
            required
            label={t('posts.year')}
            value={year}
            onChange={({ target }) => setYear(target.value)}
          />
          <SelectField
            label={t('posts.grade')}
            value={grade}
            onChange={({ target }) => setGrade(target.value as RiskPostGrade)}
          >
            {GRADES.map((each) => (
              <option key={each} value={each}>
                {t(`posts.grades.${each}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <TextArea
          label={t('posts.text')}
          required
          maxLength={4000}
          rows={4}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {corrects && (
          <TextField
            label={t('posts.why2')}
            required
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" busy={send.isPending}>
          {t(corrects ? 'posts.correct' : 'posts.evaluate')}
        </Button>
      </form>
    </details>
  );
}
