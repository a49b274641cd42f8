import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDraft, SubProcessDraft, SubProcessEdition } from '@/api/generated';
import { Button, Name, SelectField, Tag, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { named, newer, own, taken, untaken } from '../library/library';
import styles from './FlowEditorPage.module.css';

/** A copy of a version of the city's library: read as it is, moved or made one's own. */
export function FromLibrary({
  part,
  library,
  onChange,
}: {
  part: SubProcessDraft;
  library: readonly SubProcessEdition[];
  onChange: (part: SubProcessDraft) => void;
}) {
  const { t } = useTranslation('library');
  const next = newer(library, part);
  return (
    <>
      <p>
        <Tag tone="blue">{t('taken', { version: part.libraryVersion })}</Tag> {t('takenText')}
      </p>
      <ol>
        {part.steps.map((step) => (
          <li key={step.id}>
            <Name of={{ name: step.name ?? '', nameEn: step.nameEn }} />
          </li>
        ))}
      </ol>
      <div className={styles.tools}>
        {next && (
          <Button look="secondary" onClick={() => onChange(next)}>
            {t('move', { version: next.libraryVersion })}
          </Button>
        )}
        <Button look="quiet" onClick={() => onChange(own(part))}>
          {t('own')}
        </Button>
      </div>
    </>
  );
}

/** Takes a sub-process from the library, by its name and version. */
export function LibraryPicker({
  flow,
  library,
  onTake,
}: {
  flow: FlowDraft;
  library: readonly SubProcessEdition[];
  onTake: (part: SubProcessDraft) => void;
}) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const nameText = useNameText();
  const [chosen, setChosen] = useState('');
  const parts = untaken(library, flow).flatMap((edition) =>
    edition.versions.map((version) => ({ edition, version })),
  );
  if (parts.length === 0) return null;
  const valueOf = ({ edition, version }: (typeof parts)[number]) =>
    `${edition.code} ${version.version}`;
  const part = parts.find((one) => valueOf(one) === chosen);
  return (
    <div className={styles.tools}>
      <SelectField
        id="flow-library"
        label={t('pick')}
        value={part ? chosen : ''}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {parts.map((one) => (
          <option key={valueOf(one)} value={valueOf(one)}>
            {t('option', {
              name: nameText(named(one.version)),
              version: one.version.version,
              from: formatDate(one.version.effectiveFrom, language, 'date'),
            })}
          </option>
        ))}
      </SelectField>
      <Button
        look="secondary"
        disabled={!part}
        onClick={() => {
          if (part) onTake(taken(part.edition, part.version));
          setChosen('');
        }}
      >
        {t('take')}
      </Button>
    </div>
  );
}
