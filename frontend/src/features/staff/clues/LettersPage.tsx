import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClearingForm, type ClueLetter, wishForClearing } from '@/api/generated';
import { listClueLettersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Choices, DateTime, Empty, Loading, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import matters from '../matters/Matters.module.css';
import styles from './Clues.module.css';
import { FORMS, useOutcome } from './words';

/** How one wants it known that one is cleared; said once. */
function Wish({ of }: { of: ClueLetter }) {
  const { t } = useTranslation(['clues', 'clue']);
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<ClearingForm>();
  const send = useMutation({
    mutationFn: (wanted: ClearingForm) =>
      wishForClearing({
        path: { clueNumber: of.number },
        body: { form: wanted },
        throwOnError: true,
      }),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (form) send.mutate(form);
      }}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Choices
        legend={t('letters.wish')}
        name={`wish-${of.number}`}
        error={asked && !form ? t('missing') : undefined}
        value={form}
        onChange={(value) => setForm(value as ClearingForm)}
        choices={FORMS.map((value) => ({
          value,
          label: t(`clue:form.${value}`),
          hint: t(`letters.form.${value}`),
        }))}
      />
      <div className={matters.ways}>
        <Button type="submit" busy={send.isPending}>
          {t('letters.send')}
        </Button>
      </div>
    </form>
  );
}

function Letter({ of }: { of: ClueLetter }) {
  const { t } = useTranslation(['clues', 'clue']);
  const outcome = useOutcome();
  return (
    <article className={styles.letter} aria-labelledby={`letter-${of.number}`}>
      <div className={matters.head}>
        <h2 id={`letter-${of.number}`}>{outcome(of)}</h2>
        {of.outcome === 'cleared' && <Tag tone="good">{t('letters.cleared')}</Tag>}
      </div>
      <p className="quiet small">
        {of.number} · <DateTime value={of.decidedOn} as="date" />
      </p>
      <p lang="zh-CN" className={styles.text}>
        {of.letter}
      </p>
      {of.reviewBy && (
        <p>
          {t('letters.reviewBy')} <DateTime value={of.reviewBy} as="date" />
        </p>
      )}
      {of.mayWish && <Wish of={of} />}
      {of.wish && (
        <p role="status">
          {t(`letters.wished.${of.wish}`)}
          {of.clearedOn && (
            <>
              {' '}
              {t('letters.clearedOn')} <DateTime value={of.clearedOn} as="date" />
            </>
          )}
        </p>
      )}
    </article>
  );
}

/** What the discipline office has written to whoever is signed in. */
export function LettersPage() {
  const { t } = useTranslation(['clues', 'common']);
  const found = useQuery({ ...listClueLettersOptions(), staleTime: 0 });
  usePageTitle(t('letters.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${matters.page}`}>
      <h1>{t('letters.title')}</h1>
      <p className="lead">{t('letters.lead')}</p>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data?.length === 0 && <Empty title={t('letters.none')} />}
      {found.data?.map((each) => (
        <Letter key={each.number} of={each} />
      ))}
    </div>
  );
}
