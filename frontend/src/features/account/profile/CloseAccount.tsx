import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { closeAccount } from '@/api/generated';
import { signOut } from '@/api/signin/session';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

/** It can't be undone, so the password is asked for once more. */
export function CloseAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const [, navigate] = useLocation();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const close = useMutation({
    mutationFn: async () => {
      await closeAccount({ body: { password }, throwOnError: true });
    },
    onSuccess: () => {
      navigate('/', { replace: true });
      // The session has ended; this clears the cookie and tells the other tabs.
      void signOut();
    },
    onError: (error) => setFault(toProblem(error).errors?.[0]?.detail),
  });
  const problem = close.error ? toProblem(close.error) : undefined;
  return (
    <Dialog
      title={t('close.question')}
      text={t('close.consequence')}
      locked={close.isPending}
      onSubmit={() => {
        setFault(password ? undefined : t('login.noPassword'));
        if (password) close.mutate();
      }}
      onClose={onClose}
    >
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <TextField
        label={t('field.password')}
        error={fault}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <DialogWays>
        <Button type="submit" look="danger" busy={close.isPending}>
          {t('close.confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('close.keep')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
