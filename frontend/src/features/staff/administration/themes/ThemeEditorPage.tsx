import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { listJointThemeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  type JointThemeForm,
  type JointThemeProposal,
  previewJointTheme,
  publishJointTheme,
} from '@/api/generated';
import { Button, ErrorSummary, Loading, Problem, TextField } from '@/components';
import { useLanguage } from '@/i18n';
import { today } from '@/lib/deadline';
import { formatDate } from '@/lib/format';
import { withValueAt } from '@/lib/pointer';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { controlFor, FormContext, type FormError } from '../form/FormScope';
import { DateAt } from '../form/fields';
import { Changes } from '../preview/Changes';
import { ThemeFields } from './ThemeFields';
import styles from './Themes.module.css';

const BLANK: JointThemeForm = {
  name: '',
  leadDepartment: '',
  regionCode: '',
  statementDays: 3,
  closed: false,
  questions: [],
  parts: [{ item: '' }, { item: '' }],
  shared: [],
};

/** What is empty isn't said. */
function cleaned(form: JointThemeProposal): JointThemeProposal {
  return {
    ...form,
    theme: {
      ...form.theme,
      parts: form.theme.parts.map(({ onlyIf, ...part }) => ({
        ...part,
        requires: (part.requires ?? []).map((code) => code.trim()).filter(Boolean),
        ...(onlyIf?.question && {
          onlyIf: {
            question: onlyIf.question,
            answers: (onlyIf.answers ?? []).map((code) => code.trim()).filter(Boolean),
          },
        }),
      })),
    },
  };
}

function Editor({
  code: known,
  version,
  theme,
}: {
  code: string | undefined;
  version: number;
  theme: JointThemeForm;
}) {
  const { t } = useTranslation(['joint', 'common']);
  const language = useLanguage();
  const queries = useQueryClient();
  const [code, setCode] = useState(known ?? '');
  const [form, setForm] = useState<JointThemeProposal>(() => ({ effectiveFrom: today(), theme }));
  const [attempt, setAttempt] = useState(0);
  const preview = useMutation({
    mutationFn: async () =>
      (await previewJointTheme({ path: { code }, body: cleaned(form), throwOnError: true })).data,
  });
  const publish = useMutation({
    mutationFn: async () =>
      (
        await publishJointTheme({
          path: { code },
          body: cleaned(form),
          headers: { 'If-Match': `"${version}"` },
          throwOnError: true,
        })
      ).data,
    onSuccess: () => queries.invalidateQueries(),
  });
  const failed = preview.error ? toProblem(preview.error) : undefined;
  const errors: FormError[] = (failed?.errors ?? []).map((error) => ({
    pointer: error.pointer ?? '',
    text: error.detail,
  }));
  if (publish.data) {
    return (
      <p role="status">
        {t('edit.published', {
          version: publish.data.version,
          from: formatDate(publish.data.effectiveFrom, language, 'date'),
        })}
      </p>
    );
  }
  return (
    <FormContext
      value={{
        form,
        set: (pointer, value) => {
          preview.reset();
          setForm(withValueAt(form, pointer, value));
        },
        errors,
      }}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt(attempt + 1);
          preview.mutate();
        }}
      >
        <ErrorSummary
          errors={errors.map((error) => ({
            fieldId: controlFor(error.pointer),
            text: error.text,
          }))}
          attempt={attempt}
        />
        {failed && errors.length === 0 && <Problem problem={failed} />}
        {known === undefined && (
          <TextField
            label={t('edit.code')}
            hint={t('edit.codeHint')}
            pattern="[a-z][a-z0-9\-]+"
            maxLength={60}
            width="medium"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <ThemeFields form={form.theme} />
        <DateAt at="/effectiveFrom" label={t('edit.effectiveFrom')} min={today()} />
        <Button type="submit" size="large" busy={preview.isPending}>
          {t('edit.preview')}
        </Button>
      </form>
      {preview.data && (
        <section className={styles.preview} aria-label={t('edit.preview')}>
          {preview.data.changes.length === 0 ? (
            <p>{t('edit.nothing')}</p>
          ) : (
            <>
              <Changes changes={preview.data.changes} />
              <Button busy={publish.isPending} onClick={() => publish.mutate()}>
                {t('edit.publish')}
              </Button>
            </>
          )}
          {publish.error && <Problem problem={toProblem(publish.error)} />}
        </section>
      )}
    </FormContext>
  );
}

/** A theme as a form; nothing is published that hasn't been previewed. */
export function ThemeEditorPage() {
  const { t } = useTranslation(['joint', 'common']);
  const { code = '' } = useParams<{ code: string }>();
  const themes = useQuery({ ...listJointThemeEditionsOptions(), staleTime: 0 });
  const found = themes.data?.find((one) => one.code === code)?.versions[0];
  const fresh = code === 'new';
  const title = fresh ? t('edit.add') : t('edit.edit', { name: found ? found.theme.name : code });
  usePageTitle(title, t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/staff/administration/themes">{t('edit.back')}</Link>
      </p>
      <h1>{title}</h1>
      {themes.isPending && <Loading lines={10} />}
      {themes.error && (
        <Problem problem={toProblem(themes.error)} onRetry={() => void themes.refetch()} />
      )}
      {themes.data && (fresh || found) && (
        <Editor
          key={code}
          code={fresh ? undefined : code}
          version={found?.version ?? 0}
          theme={found?.theme ?? BLANK}
        />
      )}
    </div>
  );
}
