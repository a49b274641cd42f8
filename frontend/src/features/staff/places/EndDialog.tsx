import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DelegationEnding, PlaceChange } from '@/api/generated';
import { TextField } from '@/components';
import { PreviewDialog } from './PreviewDialog';

/** Ends before its time what holds from day to day: the last day, and why. */
export function EndDialog({
  title,
  send,
  onDone,
  onClose,
}: {
  title: string;
  send: (ending: DelegationEnding, dryRun: boolean) => Promise<PlaceChange>;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('place');
  const [lastDay, setLastDay] = useState('');
  const [why, setWhy] = useState('');
  return (
    <PreviewDialog
      title={title}
      onDone={onDone}
      onClose={onClose}
      send={(dryRun) => send({ lastDay, why }, dryRun)}
    >
      {(errorOf) => (
        <>
          <TextField
            label={t('delegations.lastDay')}
            type="date"
            width="short"
            error={errorOf('lastDay')}
            value={lastDay}
            onChange={({ target }) => setLastDay(target.value)}
          />
          <TextField
            label={t('delegations.why')}
            maxLength={500}
            error={errorOf('why')}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
        </>
      )}
    </PreviewDialog>
  );
}
