import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeProfile, type Profile } from '@/api/generated';
import { getProfileQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';

export function DetailsDialog({
  profile,
  onDone,
  onClose,
}: {
  profile: Profile;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [address, setAddress] = useState(profile.address ?? '');
  const [contactName, setContactName] = useState(profile.contactName ?? '');
  const change = useMutation({
    mutationFn: async () =>
      (
        await changeProfile({
          body: { address, ...(profile.kind === 'organisation' && { contactName }) },
          throwOnError: true,
        })
      ).data,
    onSuccess: (after) => {
      queries.setQueryData(getProfileQueryKey(), after);
      onDone();
    },
  });
  return (
    <Dialog
      title={t('profile.changeDetails')}
      locked={change.isPending}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      {change.error && <Problem problem={toProblem(change.error)} />}
      <TextField
        label={t('field.address')}
        optional
        autoComplete="street-address"
        maxLength={200}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {profile.kind === 'organisation' && (
        <TextField
          label={t('field.contactName')}
          optional
          autoComplete="name"
          maxLength={100}
          value={contactName}
          onChange={(event) => setContactName(event.target.value)}
        />
      )}
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
