import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/setup';
import { contestLine, type ContestLineKind } from '@/api/generated';
import { WordsDialog } from '../ratings/WordsDialog';

/** 提出异议: says why a line of one's own file isn't right. */
export function ContestDialog({
  kind,
  line,
  about,
  onDone,
  onClose,
}: {
  kind: ContestLineKind;
  line: string;
  /** The line as people call it. */
  about: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('attendance');
  const [key] = useState(newIdempotencyKey);
  return (
    <WordsDialog
      title={t('contest.title', { about })}
      text={t('contest.text')}
      label={t('contest.words')}
      onSend={(words) =>
        contestLine({
          headers: { 'Idempotency-Key': key },
          body: { kind, line, words },
          throwOnError: true,
        })
      }
      onDone={onDone}
      onStale={onDone}
      onClose={onClose}
    />
  );
}
