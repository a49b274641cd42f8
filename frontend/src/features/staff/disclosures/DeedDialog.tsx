import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/setup';
import { actOnPublication, type Publication, type PublicationAction } from '@/api/generated';
import {
  Button,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  TextArea,
  TextField,
} from '@/components';
import { errorsByField, toProblem } from '@/lib/problem';

/** The city's offset: moments are typed in its time, wherever one sits. */
const CITY_OFFSET = '+08:00';

/** Asks for what goes with a deed: a reason, or the moment of the release. */
export function DeedDialog({
  publication,
  action,
  onDone,
  onStale,
  onClose,
}: {
  publication: Publication;
  action: PublicationAction;
  onDone: () => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('disclosures');
  const [key] = useState(newIdempotencyKey);
  const [words, setWords] = useState('');
  const [moment, setMoment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const act = useMutation({
    mutationFn: () =>
      actOnPublication({
        path: { number: publication.row.number, publicationAction: action },
        headers: { 'If-Match': `"${publication.version}"`, 'Idempotency-Key': key },
        body: {
          ...(words.trim() && { words: words.trim() }),
          ...(moment && { releaseAt: `${moment}:00${CITY_OFFSET}` }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: (error) => {
      if ([409, 412].includes(toProblem(error).status)) onStale();
    },
  });
  const wrong = errorsByField(act.error).words;
  return (
    <Dialog
      title={t(`action.${action}`)}
      text={t(`ask.${action}`)}
      locked={act.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        act.mutate();
      }}
    >
      {wrong && (
        <ErrorSummary errors={[{ fieldId: 'deed-words', text: wrong }]} attempt={attempt} />
      )}
      {act.error && !wrong && <Problem problem={toProblem(act.error)} />}
      {action === 'approve' && (
        <TextField
          type="datetime-local"
          label={t('when')}
          value={moment}
          onChange={({ target }) => setMoment(target.value)}
        />
      )}
      <TextArea
        id="deed-words"
        label={t(`words.${action}`)}
        optional={action === 'submit' || action === 'approve'}
        error={wrong}
        maxLength={500}
        rows={3}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={act.isPending}>
          {t(`action.${action}`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
