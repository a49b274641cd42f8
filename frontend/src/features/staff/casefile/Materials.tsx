import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseFile, type CaseMaterial, downloadMaterial } from '@/api/generated';
import { Bilingual, DateTime, Problem, Tag } from '@/components';
import { formatSize } from '@/lib/size';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import styles from './Materials.module.css';

/** The file goes through the script, since the address alone doesn't open it. */
async function save(caseNumber: string, material: CaseMaterial): Promise<void> {
  const { data } = await downloadMaterial({
    path: { caseNumber, materialId: material.id },
    parseAs: 'blob',
    throwOnError: true,
  });
  const url = URL.createObjectURL(data as Blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = material.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function Files({
  files,
  onSave,
  busy,
}: {
  files: readonly CaseMaterial[];
  onSave: (material: CaseMaterial) => void;
  busy: string | undefined;
}) {
  const { t } = useTranslation('staff');
  return (
    <ul role="list" className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className={styles.file}
            aria-busy={busy === file.id || undefined}
            aria-label={t('materials.download', { name: file.fileName })}
            onClick={() => onSave(file)}
          >
            {file.fileName}
          </button>
          <span className={styles.meta}>
            {formatSize(file.size)} · <DateTime value={file.receivedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the item asks for with what has come in for it. */
export function Materials({ file }: { file: CaseFile }) {
  const { t } = useTranslation('staff');
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<ProblemDetail>();
  const listed = new Set(file.requirements.map((requirement) => requirement.code));
  const unlisted = file.materials.filter((material) => !listed.has(material.code));

  function onSave(material: CaseMaterial) {
    setBusy(material.id);
    setProblem(undefined);
    save(file.caseNumber, material)
      .catch((error: unknown) => setProblem(toProblem(error)))
      .finally(() => setBusy(undefined));
  }

  return (
    <>
      {problem && <Problem problem={problem} />}
      <ul role="list" className={styles.list}>
        {file.requirements.map((requirement) => {
          const files = file.materials.filter((material) => material.code === requirement.code);
          return (
            <li key={requirement.code} className={styles.row}>
              <div>
                <p className={styles.name}>
                  <Bilingual chinese={requirement.name} english={requirement.nameEn} />
                </p>
                <Files files={files} onSave={onSave} busy={busy} />
              </div>
              {files.length > 0 ? (
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
      {unlisted.length > 0 && <Files files={unlisted} onSave={onSave} busy={busy} />}
      {file.requirements.length === 0 && unlisted.length === 0 && (
        <p className="quiet">{t('materials.none')}</p>
      )}
    </>
  );
}
