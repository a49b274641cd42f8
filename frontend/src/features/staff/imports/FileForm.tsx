import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Table } from '@/components';
import { formatSize } from '@/lib/size';
import styles from './FileForm.module.css';

/** What is done with the file: tried, or taken. */
export interface Wish {
  file: File;
  dryRun: boolean;
}

/** A table to be brought in: tried dry first, then taken whole or not at all. */
export function FileForm({
  id,
  busy,
  clean,
  onChoose,
  onRun,
}: {
  id: string;
  busy: boolean;
  /** It was tried and nothing is wrong with it. */
  clean: boolean;
  onChoose: () => void;
  onRun: (wish: Wish) => void;
}) {
  const { t } = useTranslation('people');
  const [file, setFile] = useState<File>();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) onRun({ file, dryRun: true });
      }}
    >
      <label htmlFor={id}>
        <b>{t('import.file')}</b>
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.xlsx"
        onChange={(event) => {
          setFile(event.target.files?.[0]);
          onChoose();
        }}
      />
      {file && (
        <p className="quiet">
          {file.name} {formatSize(file.size)}
        </p>
      )}
      <div className={styles.ways}>
        <Button type="submit" busy={busy} look={clean ? 'secondary' : 'primary'}>
          {t('import.try')}
        </Button>
        {clean && file && (
          <Button busy={busy} onClick={() => onRun({ file, dryRun: false })}>
            {t('import.take')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface RowError {
  row?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
  detail: string;
}

/** What is wrong in which row. */
export function RowErrors({ errors }: { errors: readonly RowError[] }) {
  const { t } = useTranslation('people');
  return (
    <Table
      caption={t('import.errors')}
      rows={errors}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: 'row',
          header: t('import.row'),
          rowHeader: true,
          labelled: true,
          cell: (error) => error.row ?? '–',
        },
        { key: 'column', header: t('import.column'), cell: (error) => error.column ?? '–' },
        { key: 'value', header: t('import.value'), cell: (error) => error.value ?? '–' },
        { key: 'detail', header: t('import.what'), cell: (error) => error.detail },
      ]}
    />
  );
}
