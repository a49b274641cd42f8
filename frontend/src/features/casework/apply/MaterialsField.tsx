import { useTranslation } from 'react-i18next';
import type { MaterialRequirement, PowerItem, ReuseMaterial } from '@/api/generated';
import { Bilingual, Tag } from '@/components';
import { LaterField } from '@/components/promise';
import { MaterialUpload } from '@/components/upload';
import type { Uploads } from '@/lib/uploads';
import type { ErrorOf } from './ApplicantFields';
import { fieldId } from './checks';
import { isNeeded, isProvided } from './draft';
import { promisable } from './promise';
import styles from './MaterialsField.module.css';
import { DocumentName } from '@/components/reuse';
import { withMaterial } from './reuse';
import type { DraftHandle } from './useDraft';

function Tags({ material }: { material: MaterialRequirement }) {
  const { t } = useTranslation('casework');
  if (isNeeded(material)) return <Tag tone="blue">{t('materials.required')}</Tag>;
  if (material.required && material.deferrable) {
    return <Tag tone="sun">{t('materials.deferrable')}</Tag>;
  }
  return <Tag>{t('materials.ifNeeded')}</Tag>;
}

/** What stands in the place of an upload. */
function TakenOverNote({
  material,
  handle,
}: {
  material: ReuseMaterial | undefined;
  handle: DraftHandle;
}) {
  const { t } = useTranslation('casework');
  if (!material) return null;
  return (
    <p className={styles.taken}>
      <Tag tone="good">{t('reuse.taken')}</Tag>{' '}
      {material.document ? <DocumentName document={material.document} /> : material.fileName}{' '}
      <button
        type="button"
        onClick={() => handle.change(withMaterial(handle.draft, material, false))}
      >
        {t('reuse.leave')}
      </button>
    </p>
  );
}

/** The item's own list of materials, each with a place for its files. */
export function MaterialsField({
  item,
  handle,
  uploads,
  errorOf,
}: {
  item: PowerItem;
  handle: DraftHandle;
  uploads: Uploads;
  errorOf: ErrorOf;
}) {
  const { t } = useTranslation('casework');
  const late = handle.draft.late ?? [];
  const own = item.materials.filter((material) => material.source !== 'government');
  const fetched = item.materials.filter((material) => material.source === 'government');
  return (
    <div id={fieldId('materials')} tabIndex={-1}>
      {own.length === 0 ? (
        <p>{t('materials.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('materials.hint')}</p>
          <ul role="list" className={styles.list}>
            {own.map((material) => (
              <MaterialUpload
                key={material.code}
                id={fieldId(`materials.${material.code}`)}
                material={material}
                tags={<Tags material={material} />}
                note={material.note}
                error={errorOf(`materials.${material.code}`)}
                files={handle.draft.files[material.code] ?? []}
                uploads={uploads}
                onRemove={(uploadId) => handle.removeFile(material.code, uploadId)}
              >
                <TakenOverNote material={handle.draft.takenOver?.[material.code]} handle={handle} />
                {promisable(material) &&
                  material.lateLimit &&
                  !isProvided(handle.draft, material.code) && (
                    <LaterField
                      limit={material.lateLimit}
                      checked={late.includes(material.code)}
                      onChange={(checked) =>
                        handle.change({
                          late: checked
                            ? [...late, material.code]
                            : late.filter((code) => code !== material.code),
                        })
                      }
                    />
                  )}
              </MaterialUpload>
            ))}
          </ul>
        </>
      )}
      {fetched.length > 0 && (
        <div className={styles.fetched}>
          <p>{t('materials.fetched')}</p>
          <ul>
            {fetched.map((material) => (
              <li key={material.code} id={fieldId(`materials.${material.code}`)} tabIndex={-1}>
                <Bilingual chinese={material.name} english={material.nameEn} />
                {errorOf(`materials.${material.code}`) && (
                  <p className={styles.wrong}>{errorOf(`materials.${material.code}`)}</p>
                )}
                <TakenOverNote material={handle.draft.takenOver?.[material.code]} handle={handle} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
