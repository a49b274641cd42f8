import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getJointThemeOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { JointTheme, SignedPromise, SubmittedJointMaterial } from '@/api/generated';
import { Button, ErrorSummary, Loading, Problem, useNameText } from '@/components';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import { Brought } from './Brought';
import type { GivenFile } from './FilesField';
import { answerFaults, chosenItems, materialFaults, materialsFor, signatureFaults } from './form';
import styles from './Joint.module.css';
import { Questions } from './Parts';
import { usePromises } from './usePromises';

export interface PhaseFormProps {
  /** The theme the phase is. */
  themeCode: string;
  /** Codes of items that are granted already and aren't applied for again. */
  granted: readonly string[];
  busy: boolean;
  problem: ProblemDetail | undefined;
  onSend: (form: {
    answers: Record<string, string>;
    materials: SubmittedJointMaterial[];
    promises?: Record<string, SignedPromise>;
  }) => void;
}

function Form({ theme, granted, busy, problem, onSend }: PhaseFormProps & { theme: JointTheme }) {
  const { t } = useTranslation(['joint', 'casework']);
  const nameText = useNameText();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [attempt, setAttempt] = useState(0);
  const materials = materialsFor(theme, answers, granted);
  const items = chosenItems(theme, answers, granted);
  const promises = usePromises(
    theme,
    items.map((item) => item.itemCode),
    materials,
    files,
  );
  const wrong = [
    ...answerFaults(theme, answers),
    ...materialFaults(theme, materials, files, promises.word),
    ...signatureFaults(promises.all, promises.word),
  ];
  const faults = wrong.map((fault) => ({
    fieldId: `joint-${fault.field}`,
    text: fault.material
      ? t('form.materialMissing', { name: nameText(fault.material) })
      : fault.text === 'promiseName'
        ? t('promises.signMissing')
        : t('form.answerMissing'),
  }));
  const errorOf = (field: string) =>
    attempt === 0 ? undefined : faults.find((fault) => fault.fieldId === `joint-${field}`)?.text;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const keys = new Set(materials.map((material) => material.key));
        if (wrong.length === 0) {
          onSend({
            answers,
            materials: files
              .filter((file) => keys.has(file.key))
              .map(({ key, uploadId }) => ({ key, uploadId })),
            ...(promises.signed && { promises: promises.signed }),
          });
        }
      }}
    >
      <ErrorSummary errors={attempt === 0 ? [] : faults} attempt={attempt} />
      {problem && <Problem problem={problem} />}
      <Questions
        theme={theme}
        answers={answers}
        items={items}
        errorOf={errorOf}
        onChange={setAnswers}
      />
      <Brought
        theme={theme}
        items={items}
        materials={materials}
        files={files}
        promises={promises}
        errorOf={errorOf}
        onChange={setFiles}
      />
      <Button type="submit" size="large" busy={busy}>
        {busy ? t('casework:review.sending') : t('form.send')}
      </Button>
    </form>
  );
}

/** What only this phase asks for: its theme's questions and materials. */
export function PhaseForm(props: PhaseFormProps) {
  const theme = useQuery({
    ...getJointThemeOptions({ path: { code: props.themeCode } }),
    staleTime: 60_000,
  });
  if (theme.data) return <Form {...props} theme={theme.data} />;
  return theme.error ? (
    <Problem problem={toProblem(theme.error)} onRetry={() => void theme.refetch()} />
  ) : (
    <Loading lines={8} />
  );
}
