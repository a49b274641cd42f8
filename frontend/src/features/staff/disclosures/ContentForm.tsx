import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publication, PublicationContent } from '@/api/generated';
import {
  listDisclosureCategoriesOptions,
  listDisclosureDutiesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Checks,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { errorsByField, toProblem } from '@/lib/problem';
import { FilmFields } from './FilmFields';
import styles from './Publications.module.css';

type TextKey = Exclude<keyof PublicationContent, 'categories' | 'film'>;

/** Nothing instead of an empty text. */
function written(content: PublicationContent): PublicationContent {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== ''),
  ) as unknown as PublicationContent;
}

/** The same as a film, or as what is read alone. */
function withFilm(
  content: PublicationContent,
  film: PublicationContent['film'] | undefined,
): PublicationContent {
  const read = { ...content };
  delete read.film;
  return film ? { ...read, film } : read;
}

/** What a publication says. */
export function ContentForm({
  department,
  initial,
  correction = false,
  onSave,
  onSaved,
  onCancel,
}: {
  department: string;
  initial: PublicationContent;
  /** Of what is public, which wants a reason. */
  correction?: boolean;
  onSave: (content: PublicationContent) => Promise<Publication>;
  onSaved: (saved: Publication) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation('disclosures');
  const nameText = useNameText();
  const [content, setContent] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const categories = useQuery({ ...listDisclosureCategoriesOptions(), staleTime: 60_000 });
  const duties = useQuery({
    ...listDisclosureDutiesOptions({ query: { department } }),
    staleTime: 60_000,
  });
  const save = useMutation({
    mutationFn: () =>
      onSave(written({ ...content, title: content.title || ' ', body: content.body || ' ' })),
    onSuccess: onSaved,
  });
  const errors = errorsByField(save.error);
  const wrong = Object.entries(errors);
  const text = (key: TextKey) => ({
    id: `publication-${key}`,
    value: content[key] ?? '',
    error: errors[key],
    onChange: ({ target }: { target: { value: string } }) =>
      setContent((before) => ({ ...before, [key]: target.value })),
  });
  const duty = content.dutyCode ? `${content.dutyCode} ${content.occasion}` : '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        save.mutate();
      }}
    >
      {wrong.length > 0 && (
        <ErrorSummary
          title={t('form.wrong')}
          attempt={attempt}
          errors={wrong.map(([field, detail]) => ({
            fieldId: `publication-${field.startsWith('film') ? field.replace('.', '-') : field.split('.')[0]}`,
            text: detail,
          }))}
        />
      )}
      {save.error && wrong.length === 0 && <Problem problem={toProblem(save.error)} />}
      <TextField label={t('form.title')} maxLength={200} {...text('title')} />
      <TextField label={t('form.titleEn')} optional maxLength={300} {...text('titleEn')} />
      <TextArea label={t('form.summary')} optional maxLength={1000} rows={2} {...text('summary')} />
      <TextArea
        label={t('form.body')}
        hint={t('form.bodyHint')}
        maxLength={100000}
        rows={12}
        {...text('body')}
      />
      <FilmFields
        film={content.film}
        errors={errors}
        onChange={(film) => setContent((before) => withFilm(before, film))}
      />
      <div className={styles.categories}>
        <Checks
          id="publication-categories"
          legend={t('form.categories')}
          error={errors.categories ?? errors['categories.0']}
          choices={(categories.data ?? []).map((each) => ({
            value: each.code,
            label: nameText(each),
          }))}
          values={content.categories}
          onChange={(chosen) => setContent((before) => ({ ...before, categories: chosen }))}
        />
      </div>
      <SelectField
        label={t('form.duty')}
        id="publication-dutyCode"
        error={errors.dutyCode ?? errors.occasion}
        value={duty}
        onChange={({ target }) => {
          const [dutyCode = '', occasion = ''] = target.value.split(' ');
          setContent((before) => ({ ...before, dutyCode, occasion }));
        }}
      >
        <option value="">{t('form.noDuty')}</option>
        {duties.data?.items.map((each) => (
          <option
            key={`${each.dutyCode} ${each.occasion}`}
            value={`${each.dutyCode} ${each.occasion}`}
          >
            {nameText({ name: each.title, nameEn: each.titleEn })} {each.about ?? each.occasion}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('form.documentNumber')}
        optional
        maxLength={60}
        width="medium"
        {...text('documentNumber')}
      />
      <div className={styles.days}>
        <TextField
          type="date"
          label={t('form.effectiveOn')}
          hint={t('form.effectiveHint')}
          optional
          {...text('effectiveOn')}
        />
        <TextField type="date" label={t('form.expiresOn')} optional {...text('expiresOn')} />
        <TextField type="date" label={t('form.repealedOn')} optional {...text('repealedOn')} />
        <TextField label={t('form.replacedBy')} optional maxLength={40} {...text('replacedBy')} />
      </div>
      {correction && (
        <TextArea
          label={t('form.reason')}
          hint={t('form.reasonHint')}
          maxLength={500}
          rows={2}
          {...text('reason')}
        />
      )}
      <div className={styles.ways}>
        <Button type="submit" busy={save.isPending}>
          {t('form.save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
