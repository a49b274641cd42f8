import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { SHORTEST_PASSWORD } from '../register/form';

/** Another password; every other session ends. */
export function PasswordDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [faults, setFaults] = useState<{ password?: string; newPassword?: string }>({});
  const change = useMutation({
    mutationFn: async () => {
      await changePassword({ body: { password, newPassword }, throwOnError: true });
    },
    onSuccess: onDone,
    onError: (error) => {
      const found: typeof faults = {};
      for (const { pointer, detail } of toProblem(error).errors ?? []) {
        if (pointer === '/password') found.password = detail;
        else found.newPassword = detail;
      }
      setFaults(found);
    },
  });
  const problem = change.error ? toProblem(change.error) : undefined;
  return (
    <Dialog
      title={t('profile.changePassword')}
      text={t('profile.changePasswordText')}
      locked={change.isPending}
      onSubmit={() => {
        const missing: typeof faults = {
          ...(password ? {} : { password: t('login.noPassword') }),
          ...([...newPassword].length < SHORTEST_PASSWORD
            ? { newPassword: t('faults.password') }
            : {}),
        };
        setFaults(missing);
        if (!missing.password && !missing.newPassword) change.mutate();
      }}
      onClose={onClose}
    >
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <TextField
        label={t('profile.oldPassword')}
        error={faults.password}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <TextField
        label={t('field.newPassword')}
        hint={t('field.newPasswordHint')}
        error={faults.newPassword}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={newPassword}
        onChange={(event) => setNewPassword(event.target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={change.isPending}>
          {t('profile.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('profile.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
