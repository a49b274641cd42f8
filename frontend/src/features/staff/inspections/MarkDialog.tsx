import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markRiskPost, type RiskPost } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Dialog,
  DialogWays,
  Problem,
  SelectField,
  TextArea,
  TextField,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { useDepartments } from '../supervision/words';

/** Marks a post as one with a grave risk, or takes its mark away, and says why. */
export function MarkDialog({
  post,
  onDone,
  onClose,
}: {
  /** Another post is asked for when absent. */
  post?: RiskPost;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inspection');
  const departments = useDepartments();
  const [department, setDepartment] = useState(post?.department.code ?? '');
  const [code, setCode] = useState(post?.post ?? '');
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const marked = !post?.marked;
  const send = useMutation({
    mutationFn: () =>
      markRiskPost({
        path: { department, post: code.trim() },
        headers: { 'Idempotency-Key': key },
        body: { marked, reason: reason.trim() },
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <Dialog
      title={t(marked ? 'posts.mark' : 'posts.unmark')}
      text={t('posts.markText')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      {!post && (
        <>
          <SelectField
            label={t('posts.department')}
            required
            value={department}
            onChange={({ target }) => setDepartment(target.value)}
          >
            <option value="">{t('new.choose')}</option>
            {departments.all?.map((each) => (
              <option key={each.code} value={each.code}>
                {departments.text(each.code)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('posts.code')}
            required
            maxLength={64}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </>
      )}
      <TextArea
        label={t('posts.reason')}
        required
        maxLength={500}
        rows={3}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
