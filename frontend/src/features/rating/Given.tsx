import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRating, OwnRectification, RatableCase } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Choices, DateTime, ErrorSummary, Problem, TextArea } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { Face } from './Face';
import { ASPECTS } from './grades';
import { confirm, type Holder } from './holder';
import styles from './RatePage.module.css';

function ConfirmForm({ holder, onDone }: { holder: Holder; onDone: (after: RatableCase) => void }) {
  const { t } = useTranslation('rating');
  const [said, setSaid] = useState<'yes' | 'no'>();
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const missing = attempt > 0 && !said ? t('mending.missing') : undefined;
  const send = useMutation({
    mutationFn: (mended: boolean) =>
      confirm(holder, { mended, ...(!mended && words.trim() && { words: words.trim() }) }, key),
    onSuccess: onDone,
  });
  return (
    <form
      noValidate
      className={styles.confirm}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (said && !send.isPending) send.mutate(said === 'yes');
      }}
    >
      {missing && (
        <ErrorSummary errors={[{ fieldId: 'mended', text: missing }]} attempt={attempt} />
      )}
      <Choices
        id="mended"
        name="mended"
        legend={t('mending.question')}
        error={missing}
        choices={[
          { value: 'yes', label: t('mending.yes') },
          { value: 'no', label: t('mending.no') },
        ]}
        value={said}
        onChange={setSaid}
      />
      {said === 'no' && (
        <TextArea
          label={t('mending.stillWrong')}
          hint={t('wordsHint')}
          optional
          maxLength={1000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" size="large" busy={send.isPending}>
        {t('mending.send')}
      </Button>
    </form>
  );
}

function Mending({
  of,
  holder,
  onDone,
}: {
  of: OwnRectification;
  holder: Holder;
  onDone: (after: RatableCase) => void;
}) {
  const { t } = useTranslation('rating');
  const language = useLanguage();
  const day = (value: string | undefined) => (value ? formatDate(value, language, 'date') : '');
  return (
    <section className={styles.mending} aria-labelledby="rate-mending">
      <h2 id="rate-mending">{t('mending.title')}</h2>
      <p role="status">{t(`mending.${of.state}`, { due: day(of.dueOn) })}</p>
      {of.answer && (
        <>
          <h3>{t('mending.answer')}</h3>
          <p lang="zh-CN" className={styles.words}>
            {of.answer}
          </p>
        </>
      )}
      {of.closeReason && (
        <>
          <h3>{t('mending.closeReason')}</h3>
          <p lang="zh-CN" className={styles.words}>
            {of.closeReason}
          </p>
        </>
      )}
      {of.mayConfirm && (
        <>
          {of.confirmBy && (
            <p className="quiet">{t('mending.confirmBy', { at: day(of.confirmBy) })}</p>
          )}
          <ConfirmForm holder={holder} onDone={onDone} />
        </>
      )}
    </section>
  );
}

/** What somebody said, and what became of it. */
export function Given({
  given,
  holder,
  onDone,
}: {
  given: OwnRating;
  holder: Holder;
  onDone: (after: RatableCase) => void;
}) {
  const { t } = useTranslation('rating');
  return (
    <>
      {given.rectification && <Mending of={given.rectification} holder={holder} onDone={onDone} />}
      <section aria-labelledby="rate-yours" className={styles.given}>
        <h2 id="rate-yours">{t('yours')}</h2>
        <p className={styles.said}>
          <Face of={given.overall} /> <b>{t(`grade.${given.overall}`)}</b>
        </p>
        <dl className={styles.aspects}>
          {ASPECTS.map((aspect) => {
            const grade = given[aspect];
            return (
              grade && (
                <div key={aspect}>
                  <dt>{t(aspect)}</dt>
                  <dd>{t(`grade.${grade}`)}</dd>
                </div>
              )
            );
          })}
          {given.words && (
            <div>
              <dt>{t('yourWords')}</dt>
              <dd className={styles.words}>{given.words}</dd>
            </div>
          )}
        </dl>
        <p className="quiet small">
          <DateTime value={given.ratedAt} /> · {given.mayBeNamed ? t('namedYes') : t('namedNo')}
        </p>
      </section>
    </>
  );
}
