import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { addOwnCase } from '@/api/generated';
import { listOwnCasesQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Button, ErrorSummary, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './OwnCases.module.css';

/** Makes a case one's own that was begun as a guest. */
export function AddCase() {
  const { t } = useTranslation('casework');
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<{ number?: string; code?: string }>({});
  const add = useMutation({
    mutationFn: async () =>
      (
        await addOwnCase({
          body: { caseNumber: number.trim(), trackingCode: code.trim() },
          throwOnError: true,
        })
      ).data,
    onSuccess: (added) => {
      void queries.invalidateQueries({ queryKey: listOwnCasesQueryKey() });
      navigate(`/account/cases/${added.caseNumber}`);
    },
    onError: () => setAttempt((before) => before + 1),
  });
  const problem = add.error ? toProblem(add.error) : undefined;
  const notFound = problem?.status === 404 || problem?.status === 400;
  const errors = [
    ...(missing.number ? [{ fieldId: 'add-number', text: missing.number }] : []),
    ...(missing.code ? [{ fieldId: 'add-code', text: missing.code }] : []),
    ...(notFound && !missing.number && !missing.code
      ? [{ fieldId: 'add-number', text: t('track.notFound') }]
      : []),
  ];
  return (
    <details className={styles.add}>
      <summary>{t('own.add')}</summary>
      <p>{t('own.addText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const empty = {
            ...(number.trim() ? {} : { number: t('track.numberMissing') }),
            ...(code.trim() ? {} : { code: t('track.codeMissing') }),
          };
          setMissing(empty);
          setAttempt(attempt + 1);
          if (!empty.number && !empty.code) add.mutate();
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem && !notFound && <Problem problem={problem} />}
        <TextField
          id="add-number"
          label={t('track.number')}
          hint={t('track.numberHint')}
          value={number}
          error={missing.number}
          onChange={(event) => setNumber(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          width="medium"
        />
        <TextField
          id="add-code"
          label={t('track.code')}
          hint={t('track.codeHint')}
          value={code}
          error={missing.code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          width="medium"
        />
        <Button type="submit" look="secondary" busy={add.isPending}>
          {t('own.addDo')}
        </Button>
      </form>
    </details>
  );
}
