import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnCouncilTopic,
  type CouncilTopicActionCode,
  type CouncilTopicCommand,
  type OpenedCouncilTopic,
} from '@/api/generated';
import { useGivenFiles } from '@/api/useUploads';
import { SelectField, TextArea, TextField } from '@/components';
import { MaterialUpload } from '@/components/upload';
import { ActForm } from '../matters/ActForm';
import type { Doing } from '../matters/Acting';
import council from './Council.module.css';
import { useDepartments } from '../supervision/words';

/** An action, and the contribution it is about where there is one. */
export interface TopicDeed {
  action: CouncilTopicActionCode;
  of?: number;
}

const SAID: readonly CouncilTopicActionCode[] = ['refuse', 'takeDown', 'sendBack', 'answer'];
const MAY_SAY: readonly CouncilTopicActionCode[] = [...SAID, 'ask', 'close'];

/** Asks for what an action needs, and does it. */
export function ActDialog({
  topic,
  of,
  doing,
}: {
  topic: OpenedCouncilTopic;
  of?: number | undefined;
  doing: Doing<CouncilTopicActionCode>;
}) {
  const { action, idempotencyKey } = doing;
  const { t } = useTranslation('council');
  const departments = useDepartments();
  const [typed, setTyped] = useState({
    words: '',
    department: topic.suggestedDepartment?.code ?? '',
    days: '5',
  });
  const { files, uploads, remove } = useGivenFiles();
  const again = topic.deadline !== undefined;
  const missing = [
    ...(SAID.includes(action) && !typed.words.trim() ? ['words'] : []),
    ...(action === 'ask' && !typed.department ? ['department'] : []),
  ];
  const command = (): CouncilTopicCommand => ({
    ...(typed.words.trim() && { words: typed.words.trim() }),
    ...(of !== undefined && { of }),
    ...(action === 'ask' && { department: typed.department }),
    ...(action === 'ask' && !again && { days: Number(typed.days) }),
    ...(action === 'answer' && { files: files.map((file) => file.uploadId) }),
  });
  const names = {
    words: t('dialog.words'),
    department: t('dialog.department'),
    days: t('dialog.days'),
  };
  return (
    <ActForm
      texts={{
        title: t(`action.${action}`),
        text: t(`ask.${action}`),
        missing: t('dialog.missing'),
        cancel: t('dialog.cancel'),
      }}
      names={names}
      missing={missing}
      send={() =>
        actOnCouncilTopic({
          path: { councilTopicNumber: topic.summary.number, councilTopicAction: action },
          headers: { 'If-Match': `"${topic.version}"`, 'Idempotency-Key': idempotencyKey },
          body: command(),
          throwOnError: true,
        })
      }
      doing={doing}
    >
      {(errors) => {
        const field = (name: keyof typeof typed) => ({
          id: `act-${name}`,
          label: names[name],
          value: typed[name],
          error: errors[name],
          onChange: ({ target }: { target: { value: string } }) =>
            setTyped({ ...typed, [name]: target.value }),
        });
        return (
          <>
            {action === 'ask' && (
              <SelectField {...field('department')}>
                <option value="">{t('dialog.choose')}</option>
                {departments.choices.map((each) => (
                  <option key={each.value} value={each.value}>
                    {each.label}
                  </option>
                ))}
              </SelectField>
            )}
            {action === 'ask' && !again && (
              <TextField
                type="number"
                min={1}
                max={20}
                width="short"
                hint={t('dialog.daysHint')}
                {...field('days')}
              />
            )}
            {MAY_SAY.includes(action) && (
              <TextArea
                rows={action === 'answer' ? 8 : 4}
                maxLength={5000}
                optional={!SAID.includes(action)}
                {...field('words')}
              />
            )}
            {action === 'answer' && (
              <ul role="list" className={council.plain}>
                <MaterialUpload
                  id="act-files"
                  material={{ code: 'files', name: t('write.files') }}
                  files={files}
                  uploads={uploads}
                  onRemove={remove}
                />
              </ul>
            )}
          </>
        );
      }}
    </ActForm>
  );
}
