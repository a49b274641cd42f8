import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseNotices } from '@/api/generated';
import {
  getNoticeChoiceOptions,
  getNoticeChoiceQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Loading, Problem } from '@/components';
import { NoticeChoiceFields } from '@/components/case';
import { choiceFault, choiceForm, type NoticeChoiceForm, toChoice } from '@/lib/noticeChoice';
import { toProblem } from '@/lib/problem';
import styles from '../Account.module.css';

function Fields({ kept, onSaved }: { kept: NoticeChoiceForm; onSaved: () => void }) {
  const { t } = useTranslation(['account', 'casework']);
  const queries = useQueryClient();
  const [choice, setChoice] = useState(kept);
  const [tried, setTried] = useState(false);
  const fault = tried ? choiceFault(choice) : undefined;
  const save = useMutation({
    mutationFn: async () =>
      (await chooseNotices({ body: toChoice(choice), throwOnError: true })).data,
    onSuccess: (after) => {
      queries.setQueryData(getNoticeChoiceQueryKey(), after);
      setTried(false);
      onSaved();
    },
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!choiceFault(choice)) save.mutate();
      }}
    >
      {save.error && <Problem problem={toProblem(save.error)} />}
      <NoticeChoiceFields
        value={choice}
        inApp={t('casework:notices.choice.inbox')}
        emailError={fault === 'email' ? t('casework:faults.noticesEmail') : undefined}
        requiredError={fault === 'required' ? t('casework:faults.noticesRequired') : undefined}
        onChange={setChoice}
      />
      <Button type="submit" look="secondary" busy={save.isPending}>
        {t('choice.save')}
      </Button>
    </form>
  );
}

/** How I am told of my cases from now on. */
export function NoticeChoice({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation(['account', 'casework']);
  const kept = useQuery(getNoticeChoiceOptions());
  return (
    <section className={styles.section} aria-labelledby="notice-choice">
      <h2 id="notice-choice">{t('casework:notices.choice.title')}</h2>
      {kept.error && (
        <Problem problem={toProblem(kept.error)} onRetry={() => void kept.refetch()} />
      )}
      {kept.isPending && <Loading lines={5} />}
      {kept.data && <Fields kept={choiceForm(kept.data)} onSaved={onSaved} />}
    </section>
  );
}
