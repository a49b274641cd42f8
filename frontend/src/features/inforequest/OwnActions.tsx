import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnOwnInfoRequest,
  type InfoRequestOwnAction,
  type TrackedInfoRequest,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, TextArea } from '@/components';
import type { Keys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import styles from './InfoRequest.module.css';

/** What is asked of the applicant stands open; what they may do besides is folded away. */
const ASKED: readonly InfoRequestOwnAction[] = ['supplement', 'giveReasons'];

function ActForm({
  action,
  keys,
  onDone,
}: {
  action: InfoRequestOwnAction;
  keys: Keys;
  onDone: (after: TrackedInfoRequest) => void;
}) {
  const { t } = useTranslation('inforequest');
  const [words, setWords] = useState('');
  const [pressed, setPressed] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      actOnOwnInfoRequest({
        body: { number: keys.number, trackingCode: keys.code, action, words: words.trim() },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onDone(data),
  });
  return (
    <form
      noValidate
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (words.trim()) send.mutate();
      }}
    >
      <TextArea
        id={`own-${action}`}
        label={t(`ownLabel.${action}`)}
        hint={t(`ownHint.${action}`)}
        error={pressed && !words.trim() ? t('missing') : undefined}
        rows={4}
        maxLength={3000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <div>
        <Button
          type="submit"
          look={action === 'withdraw' ? 'secondary' : 'primary'}
          busy={send.isPending}
        >
          {t(`own.${action}`)}
        </Button>
      </div>
    </form>
  );
}

/** What the applicant can do now. */
export function OwnActions({
  of,
  keys,
  onChanged,
}: {
  of: TrackedInfoRequest;
  keys: Keys;
  onChanged: (after: TrackedInfoRequest) => void;
}) {
  const { t } = useTranslation('inforequest');
  return (
    <>
      {of.possible.map((action) => {
        const form = <ActForm key={action} action={action} keys={keys} onDone={onChanged} />;
        return ASKED.includes(action) ? (
          form
        ) : (
          <details key={action} className="no-print">
            <summary>{t(`own.${action}`)}</summary>
            {form}
          </details>
        );
      })}
    </>
  );
}
