import type { useGivenFiles } from '@/api/useUploads';
import { MaterialUpload } from '@/components/upload';
import styles from './Agents.module.css';

/** The materials that are asked for, each with the files given for it. */
export function MaterialFields({
  id,
  materials,
  given: { files, uploads, remove },
}: {
  id: string;
  materials: readonly { code: string; name: string; nameEn?: string | undefined }[];
  given: ReturnType<typeof useGivenFiles>;
}) {
  return (
    <ul role="list" className={styles.materials}>
      {materials.map((material) => (
        <MaterialUpload
          key={material.code}
          id={`${id}-${material.code}`}
          material={material}
          files={files.filter((file) => file.code === material.code)}
          uploads={uploads}
          onRemove={remove}
        />
      ))}
    </ul>
  );
}
