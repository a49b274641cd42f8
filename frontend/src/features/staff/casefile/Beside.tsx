import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '@/api/generated';
import { useShortcuts } from '../shell/shortcuts';
import { ApplicantFacts } from './ApplicantFacts';
import styles from './Beside.module.css';
import { Materials } from './Materials';
import { Preview } from './Preview';
import { kindOf } from './useMaterialFile';

/** The form and, beside it, the paper it has to agree with. */
export function Beside({ file }: { file: CaseFile }) {
  const { t } = useTranslation(['staff', 'console']);
  const [shownId, setShownId] = useState<string>();
  const paper = useRef<HTMLElement>(null);
  // On a phone it stands below.
  useEffect(() => {
    if (shownId) paper.current?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);
  const shown = file.materials.find((material) => material.id === shownId);
  const showable = file.materials.filter((material) => kindOf(material.contentType));
  useShortcuts(
    showable.length === 0
      ? []
      : [
          {
            keys: 'm',
            label: t('console:keys.material'),
            run: () => {
              const at = showable.findIndex((material) => material.id === shownId);
              setShownId(showable[(at + 1) % showable.length]?.id);
            },
          },
        ],
  );
  return (
    <div className={styles.beside}>
      <div>
        <section id="applicant" aria-labelledby="applicant-title" className={styles.part}>
          <h2 id="applicant-title">{t('case.applicant')}</h2>
          <ApplicantFacts file={file} />
        </section>
        <section id="materials" aria-labelledby="materials-title" className={styles.part}>
          <h2 id="materials-title">{t('case.materials')}</h2>
          <Materials file={file} shown={shown} onShow={({ id }) => setShownId(id)} />
        </section>
      </div>
      <section
        ref={paper}
        aria-label={t('console:preview.title')}
        className={`${styles.paper} no-print`}
      >
        <Preview key={shownId} caseNumber={file.caseNumber} material={shown} />
      </section>
    </div>
  );
}
