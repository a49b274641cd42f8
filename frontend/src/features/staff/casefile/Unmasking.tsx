import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  askToUnmask,
  type CaseFile,
  type PersonalField,
  type UnmaskingReason,
} from '@/api/generated';
import { Button, DateTime, Dialog, DialogWays, Problem, SelectField, TextArea } from '@/components';
import { toProblem } from '@/lib/problem';
import { useAccount } from '../shell/SignedInAs';
import { caseKey } from './useCase';
import styles from './Unmasking.module.css';

const REASONS: readonly UnmaskingReason[] = [
  'contact',
  'identityCheck',
  'service',
  'complaint',
  'legalDuty',
];

/** What there is to be unmasked of this applicant. */
function maskedFields({ applicant }: CaseFile): PersonalField[] {
  const there: [PersonalField, unknown][] = [
    ['name', applicant.name],
    ['identityNumber', applicant.identityNumberMasked],
    ['contactName', applicant.contactName],
    ['phone', applicant.phoneMasked],
    ['address', applicant.address],
  ];
  return there.filter(([, value]) => value).map(([field]) => field);
}

/** Asking for plain values, waiting for the second person, and how long they stay open. */
export function Unmasking({ file }: { file: CaseFile }) {
  const { t } = useTranslation('privacy');
  const account = useAccount();
  const [asking, setAsking] = useState(false);
  if (!account.permissions.includes('personalData.unmask') || file.personalDataDeletedAt) {
    return null;
  }
  const list = (fields: readonly PersonalField[]) =>
    fields.map((field) => t(`field.${field}`)).join(t('and'));
  const { unmasking } = file;
  const plain = file.applicant.plain ?? [];
  return (
    <div className={styles.unmasking}>
      <div role="status">
        {unmasking?.state === 'waiting' && (
          <p>{t('unmask.waiting', { fields: list(unmasking.fields) })}</p>
        )}
        {unmasking?.state === 'open' && unmasking.openUntil && (
          <p>
            {t('unmask.open', { fields: list(plain) })} <DateTime value={unmasking.openUntil} />
          </p>
        )}
      </div>
      {unmasking?.state !== 'waiting' && (
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('unmask.ask')}
        </Button>
      )}
      {asking && <UnmaskDialog file={file} onClose={() => setAsking(false)} />}
    </div>
  );
}

function UnmaskDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'staff', 'common']);
  const queries = useQueryClient();
  const [fields, setFields] = useState<PersonalField[]>([]);
  const [reasonKind, setReasonKind] = useState<UnmaskingReason>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: async (kind: UnmaskingReason) =>
      askToUnmask({
        path: { caseNumber: file.caseNumber },
        body: { fields, reasonKind: kind, reason: reason.trim() },
        throwOnError: true,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: caseKey(file.caseNumber) });
      onClose();
    },
  });
  const lacksFields = tried && fields.length === 0;
  return (
    <Dialog
      title={t('unmask.title')}
      text={t('unmask.means')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (fields.length > 0 && reasonKind && reason.trim() && !send.isPending) {
          send.mutate(reasonKind);
        }
      }}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <fieldset
        className={styles.fields}
        aria-describedby={lacksFields ? 'unmask-fields-error' : undefined}
      >
        <legend>{t('unmask.fields')}</legend>
        {lacksFields && (
          <p id="unmask-fields-error" className={styles.error}>
            <span className="visually-hidden">{t('common:form.errorPrefix')}</span>
            {t('unmask.lack.fields')}
          </p>
        )}
        {maskedFields(file).map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={(event) =>
                setFields(
                  event.target.checked
                    ? [...fields, field]
                    : fields.filter((each) => each !== field),
                )
              }
            />
            <span>{t(`field.${field}`)}</span>
          </label>
        ))}
      </fieldset>
      <SelectField
        label={t('unmask.reasonKind')}
        value={reasonKind ?? ''}
        error={tried && !reasonKind ? t('unmask.lack.reasonKind') : undefined}
        onChange={(event) => setReasonKind(REASONS.find((each) => each === event.target.value))}
      >
        <option value="">{t('staff:act.choose')}</option>
        {REASONS.map((each) => (
          <option key={each} value={each}>
            {t(`reason.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t('unmask.reason')}
        hint={t('unmask.reasonHint')}
        value={reason}
        maxLength={500}
        error={tried && !reason.trim() ? t('unmask.lack.reason') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('unmask.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('staff:act.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
