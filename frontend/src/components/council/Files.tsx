import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { save } from '@/lib/save';
import { toProblem } from '@/lib/problem';
import { formatSize } from '@/lib/size';
import { Button } from '../Button';
import { Problem } from '../Problem';
import styles from './Council.module.css';
import type { AttachedFile } from './types';

/** How a file is had, by whoever looks: members and the staff ask at doors of their own. */
export type FetchFile = (id: string) => Promise<Blob | File>;

function FileButton({ file, fetch }: { file: AttachedFile; fetch: FetchFile }) {
  const { t } = useTranslation('council');
  const saving = useMutation({
    mutationFn: () => fetch(file.id),
    onSuccess: (content) => save(content, file.fileName),
  });
  return (
    <li>
      <Button look="secondary" busy={saving.isPending} onClick={() => saving.mutate()}>
        {t('file.save', { name: file.fileName, size: formatSize(file.size) })}
      </Button>
      {saving.error && <Problem problem={toProblem(saving.error)} />}
    </li>
  );
}

/** Files that came with what was written. */
export function Files({ files, fetch }: { files: readonly AttachedFile[]; fetch: FetchFile }) {
  return files.length === 0 ? null : (
    <ul role="list" className={styles.files}>
      {files.map((file) => (
        <FileButton key={file.id} file={file} fetch={fetch} />
      ))}
    </ul>
  );
}
