import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachFindingClip, type CameraViewing } from '@/api/generated';
import { listSupervisionFindingsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Dialog,
  DialogWays,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import styles from './Cameras.module.css';
import { dayOf, later, momentOf, timeOf } from './span';

const CLIP_MINUTES = 15;

/** Attaches a part of what is open to a finding. */
export function AttachDialog({
  viewing,
  finding,
  onDone,
  onClose,
}: {
  viewing: CameraViewing;
  /** The finding one came from; empty for none. */
  finding: string;
  onDone: (finding: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('cameras');
  const nameText = useNameText();
  const end = later(viewing.from, CLIP_MINUTES);
  const [typed, setTyped] = useState({
    finding,
    from: timeOf(viewing.from),
    until: timeOf(Date.parse(end) < Date.parse(viewing.until) ? end : viewing.until),
    note: '',
  });
  const put = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }));
  const findings = useQuery({
    ...listSupervisionFindingsOptions({
      query: { department: viewing.camera.department.code, limit: 50 },
    }),
    enabled: !finding,
  });
  const day = dayOf(viewing.from);
  const attach = useMutation({
    mutationFn: () =>
      attachFindingClip({
        path: { findingId: typed.finding },
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        body: {
          viewing: viewing.id,
          from: momentOf(day, typed.from),
          until: momentOf(day, typed.until),
          note: typed.note,
        },
        throwOnError: true,
      }),
    onSuccess: () => onDone(typed.finding),
  });
  const problem = attach.error ? toProblem(attach.error) : undefined;
  const errorOf = (field: string) =>
    problem?.errors?.find((each) => fieldName(each.pointer ?? '') === field)?.detail;
  return (
    <Dialog
      title={t('attach.title')}
      text={t('attach.lead')}
      locked={attach.isPending}
      onSubmit={() => attach.mutate()}
      onClose={onClose}
    >
      {!finding && (
        <SelectField label={t('attach.finding')} value={typed.finding} onChange={put('finding')}>
          <option value="">{t('attach.choose')}</option>
          {findings.data?.items.map((each) => (
            <option key={each.id} value={each.id}>
              {nameText({ name: each.ruleName, nameEn: each.ruleNameEn })} · {each.caseNumber}
            </option>
          ))}
        </SelectField>
      )}
      <div className={styles.fields}>
        <TextField
          type="time"
          step={1}
          label={t('attach.from')}
          value={typed.from}
          error={errorOf('from')}
          onChange={put('from')}
        />
        <TextField
          type="time"
          step={1}
          label={t('attach.until')}
          value={typed.until}
          error={errorOf('until')}
          onChange={put('until')}
        />
      </div>
      <TextArea
        rows={3}
        maxLength={500}
        label={t('attach.note')}
        value={typed.note}
        error={errorOf('note')}
        onChange={put('note')}
      />
      {problem && <Problem problem={problem} />}
      <DialogWays>
        <Button
          type="submit"
          busy={attach.isPending}
          disabled={!typed.finding || !typed.note.trim()}
        >
          {t('attach.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('attach.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
