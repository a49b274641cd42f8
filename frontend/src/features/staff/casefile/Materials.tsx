import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, CaseMaterial, MaterialOrigin } from '@/api/generated';
import { Bilingual, DateTime, Problem, Tag, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import { formatSize } from '@/lib/size';
import styles from './Materials.module.css';
import { kindOf, saveMaterial } from './useMaterialFile';

/** What it was taken over from, when that was checked, and whether it still stands. */
function Origin({ of }: { of: MaterialOrigin }) {
  const { t } = useTranslation('staff');
  const nameText = useNameText();
  const language = useLanguage();
  const { document, source } = of;
  return (
    <p className={styles.origin}>
      {t('materials.origin.takenOver')}
      {document
        ? t('materials.origin.document', {
            title: nameText({ name: document.title, nameEn: document.titleEn }),
            number: document.number,
            unit: nameText({ name: document.unit, nameEn: document.unitEn }),
          })
        : t('materials.origin.file', {
            item: nameText({ name: source.itemName, nameEn: source.itemNameEn }),
            day: formatDate(of.receivedAt ?? source.submittedAt, language, 'date'),
          })}{' '}
      · {t('materials.origin.checked', { at: formatDate(of.checkedAt, language, 'dateTime') })}{' '}
      <Tag tone={of.stands ? 'good' : 'bad'}>
        {t(of.stands ? 'materials.origin.stands' : 'materials.origin.fallen')}
      </Tag>
    </p>
  );
}

function Files({
  files,
  shown,
  onShow,
  onSave,
  busy,
}: {
  files: readonly CaseMaterial[];
  shown: CaseMaterial | undefined;
  onShow: (material: CaseMaterial) => void;
  onSave: (material: CaseMaterial) => void;
  busy: string | undefined;
}) {
  const { t } = useTranslation(['staff', 'console']);
  return (
    <ul role="list" className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          {kindOf(file.contentType) ? (
            <button
              type="button"
              className={styles.file}
              aria-pressed={shown?.id === file.id}
              aria-label={t('console:preview.show', { name: file.fileName })}
              onClick={() => onShow(file)}
            >
              {file.fileName}
            </button>
          ) : (
            <span>{file.fileName}</span>
          )}
          <button
            type="button"
            className={styles.save}
            aria-busy={busy === file.id || undefined}
            aria-label={t('materials.download', { name: file.fileName })}
            onClick={() => onSave(file)}
          >
            {t('console:preview.save')}
          </button>
          <span className={styles.meta}>
            {formatSize(file.size)} · <DateTime value={file.receivedAt} />
          </span>
          {file.takenOver && <Origin of={file.takenOver} />}
        </li>
      ))}
    </ul>
  );
}

/** What the item asks for with what has come in for it. */
export function Materials({
  file,
  shown,
  onShow,
}: {
  file: CaseFile;
  /** What is being looked at. */
  shown: CaseMaterial | undefined;
  onShow: (material: CaseMaterial) => void;
}) {
  const { t } = useTranslation('staff');
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<ProblemDetail>();
  const listed = new Set(file.requirements.map((requirement) => requirement.code));
  const unlisted = file.materials.filter((material) => !listed.has(material.code));

  function onSave(material: CaseMaterial) {
    setBusy(material.id);
    setProblem(undefined);
    saveMaterial(file.caseNumber, material)
      .catch((error: unknown) => setProblem(toProblem(error)))
      .finally(() => setBusy(undefined));
  }
  const files = (of: readonly CaseMaterial[]) => (
    <Files files={of} shown={shown} onShow={onShow} onSave={onSave} busy={busy} />
  );

  return (
    <>
      {problem && <Problem problem={problem} />}
      <ul role="list">
        {file.requirements.map((requirement) => {
          const received = file.materials.filter((material) => material.code === requirement.code);
          const receipt = file.receipts.find(({ code }) => code === requirement.code);
          return (
            <li key={requirement.code} className={styles.row}>
              <div>
                <p className={styles.name}>
                  <Bilingual chinese={requirement.name} english={requirement.nameEn} />
                </p>
                {files(received)}
                {receipt?.onPaper && (
                  <p className={styles.meta}>
                    {t('materials.onPaper')} <DateTime value={receipt.receivedAt} />
                  </p>
                )}
              </div>
              {receipt ? (
                <Tag tone="good">{t('materials.received')}</Tag>
              ) : requirement.source === 'government' ? (
                <Tag>{t('materials.fetch')}</Tag>
              ) : requirement.required && !requirement.deferrable ? (
                <Tag tone="warn">{t('materials.missing')}</Tag>
              ) : (
                <Tag>{t(requirement.required ? 'materials.later' : 'materials.ifNeeded')}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      {unlisted.length > 0 && files(unlisted)}
      {file.requirements.length === 0 && unlisted.length === 0 && (
        <p className="quiet">{t('materials.none')}</p>
      )}
    </>
  );
}
