import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPhoneChange, confirmPhoneChange, type PhoneConfirmation } from '@/api/generated';
import { getProfileQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { MOBILE, plainPhone } from '@/lib/person';
import { toProblem } from '@/lib/problem';
import { CodeField } from '../CodeField';

/** The new number is proven before it counts. */
export function PhoneDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [sent, setSent] = useState<PhoneConfirmation>();
  const ask = useMutation({
    mutationFn: async () =>
      (await askPhoneChange({ body: { phone: plainPhone(phone) }, throwOnError: true })).data,
    onSuccess: setSent,
  });
  const confirm = useMutation({
    mutationFn: async (id: string) =>
      (await confirmPhoneChange({ path: { id }, body: { code: code.trim() }, throwOnError: true }))
        .data,
    onSuccess: (after) => {
      queries.setQueryData(getProfileQueryKey(), after);
      onDone();
    },
    onError: (error) => setFault(toProblem(error).errors?.[0]?.detail),
  });
  const busy = ask.isPending || confirm.isPending;
  const failure = sent ? confirm.error : ask.error;
  const problem = failure ? toProblem(failure) : undefined;
  return (
    <Dialog
      title={t('profile.changePhone')}
      locked={busy}
      onSubmit={() => {
        if (busy) return;
        if (sent) {
          setFault(code.trim() ? undefined : t('code.missing'));
          if (code.trim()) confirm.mutate(sent.id);
        } else if (MOBILE.test(plainPhone(phone))) {
          setFault(undefined);
          ask.mutate();
        } else setFault(t('faults.phone'));
      }}
      onClose={onClose}
    >
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {sent ? (
        <CodeField value={code} error={fault} onChange={setCode} />
      ) : (
        <TextField
          label={t('profile.newPhone')}
          hint={t('field.phoneHint')}
          error={fault}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          maxLength={30}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      )}
      <DialogWays>
        <Button type="submit" busy={busy}>
          {t(sent ? 'code.confirm' : 'password.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('profile.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
