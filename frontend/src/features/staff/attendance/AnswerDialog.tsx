import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/setup';
import { answerContest, type FileContest } from '@/api/generated';
import {
  Button,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { useLineText } from './ContestList';

const CORRECTED = ['present', 'leave', 'free'] as const;

/** 异议答复: upheld or not, with a reason. */
export function AnswerDialog({
  contest,
  onDone,
  onClose,
}: {
  contest: FileContest;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('attendance');
  const lineText = useLineText();
  const [key] = useState(newIdempotencyKey);
  const [verdict, setVerdict] = useState<'upheld' | 'declined'>('upheld');
  const [correctedTo, setCorrectedTo] = useState<(typeof CORRECTED)[number]>('present');
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !reason.trim() ? t('contest.reasonMissing') : undefined;
  const corrects = verdict === 'upheld' && contest.kind === 'day';
  const send = useMutation({
    mutationFn: () =>
      answerContest({
        path: { contestId: contest.id },
        headers: { 'Idempotency-Key': key },
        body: {
          upheld: verdict === 'upheld',
          reason: reason.trim(),
          ...(corrects && { correctedTo }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('contest.answerTitle')}
      text={lineText(contest)}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (reason.trim()) send.mutate();
      }}
    >
      {missing && (
        <ErrorSummary errors={[{ fieldId: 'contest-reason', text: missing }]} attempt={attempt} />
      )}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <SelectField
        label={t('contest.verdict')}
        value={verdict}
        onChange={({ target }) => setVerdict(target.value as typeof verdict)}
      >
        <option value="upheld">{t('standing.upheld')}</option>
        <option value="declined">{t('standing.declined')}</option>
      </SelectField>
      {corrects && (
        <SelectField
          label={t('contest.correctedTo')}
          value={correctedTo}
          onChange={({ target }) => setCorrectedTo(target.value as typeof correctedTo)}
        >
          {CORRECTED.map((each) => (
            <option key={each} value={each}>
              {t(`state.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        id="contest-reason"
        label={t('contest.reason')}
        error={missing}
        maxLength={1000}
        rows={4}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('contest.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('contest.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
