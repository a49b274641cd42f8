import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeletionGround, type DeletionRequest, proposeDeletionRefusal } from '@/api/generated';
import { Choices, TextField } from '@/components';
import { ProposalDialog } from './ProposalDialog';

const GROUNDS = ['retentionPeriod', 'technicallyInfeasible', 'stillNecessary'] as const;

/** Finds that the law stands against a deletion (个人信息保护法第四十七条); the person is told why (第五十条). */
export function RefusalDialog({
  request,
  onDone,
  onClose,
}: {
  request: DeletionRequest;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const [ground, setGround] = useState<DeletionGround>();
  const [keptUntil, setKeptUntil] = useState('');
  const timed = ground === 'retentionPeriod';
  return (
    <ProposalDialog
      request={request}
      title={t('deletions.refuseQuestion')}
      text={t('deletions.refuseMeans')}
      reason={{
        label: t('deletions.words'),
        hint: t('deletions.wordsHint'),
        missing: t('deletions.wordsMissing'),
      }}
      complete={ground !== undefined && (!timed || keptUntil !== '')}
      send={(words) =>
        proposeDeletionRefusal({
          path: { id: request.id },
          body: {
            ground: ground ?? 'stillNecessary',
            words,
            ...(timed ? { keptUntil } : {}),
          },
          throwOnError: true,
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Choices
            name="ground"
            legend={t('deletions.ground')}
            error={tried && !ground ? t('deletions.groundMissing') : undefined}
            choices={GROUNDS.map((value) => ({ value, label: t(`refusal.ground.${value}`) }))}
            value={ground}
            onChange={setGround}
          />
          {timed && (
            <TextField
              label={t('deletions.keptUntil')}
              type="date"
              width="short"
              error={tried && !keptUntil ? t('deletions.keptUntilMissing') : undefined}
              value={keptUntil}
              onChange={(event) => setKeptUntil(event.target.value)}
            />
          )}
        </>
      )}
    </ProposalDialog>
  );
}
