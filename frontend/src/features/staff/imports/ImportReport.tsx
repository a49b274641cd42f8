import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportError } from '@/api/generated';
import { Button, type Column, SelectField, Table } from '@/components';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/lib/format';
import { type FieldName, FIELDS } from './fields';
import styles from './ImportReport.module.css';
import { isRunning } from './useImport';

function Progress({ one }: { one: Import }) {
  const { t } = useTranslation('staff');
  const { done, total } = one.progress;
  return (
    <div className={styles.progress}>
      <label htmlFor="import-progress">{t(`imports.status.${one.status}`)}</label>
      <progress id="import-progress" {...(total > 0 && { value: done, max: total })} />
      {total > 0 && <p className="quiet figures">{t('imports.progress', { done, total })}</p>}
    </div>
  );
}

function Result({ one }: { one: Import }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { result } = one;
  if (!result) return null;
  const numbers = [
    ['created', result.created],
    ['changed', result.changed],
    ['unchanged', result.unchanged],
    ['departmentsCreated', result.departmentsCreated],
    ['standardFlows', result.standardFlows],
  ] as const;
  return (
    <dl className={styles.result}>
      {numbers.map(
        ([name, number]) =>
          number !== undefined && (
            <div key={name}>
              <dt>{t(`imports.result.${name}`)}</dt>
              <dd>{formatNumber(number, language)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Errors({ one }: { one: Import }) {
  const { t } = useTranslation('staff');
  const columns: Column<ImportError>[] = [
    {
      key: 'row',
      header: t('imports.row'),
      rowHeader: true,
      labelled: true,
      cell: (error) => error.row ?? '—',
    },
    {
      key: 'column',
      header: t('imports.column'),
      cell: (error) => <span lang="zh-CN">{error.column ?? '—'}</span>,
    },
    {
      key: 'value',
      header: t('imports.value'),
      cell: (error) => <span lang="zh-CN">{error.value ?? '—'}</span>,
    },
    { key: 'detail', header: t('imports.detail'), cell: (error) => error.detail },
  ];
  return (
    <>
      <p>
        {t('imports.errors', { count: one.errorCount })}
        {one.errors.length < one.errorCount &&
          ` ${t('imports.firstErrors', { count: one.errors.length })}`}
      </p>
      <Table
        caption={t('imports.errorsCaption')}
        columns={columns}
        rows={one.errors}
        rowKey={(_, index) => String(index)}
      />
    </>
  );
}

/** Columns whose headers nobody knows: what they are can be said here. */
function UnknownColumns({
  one,
  mapping,
  onMap,
}: {
  one: Import;
  mapping: Record<string, string>;
  onMap: (mapping: Record<string, string>) => void;
}) {
  const { t } = useTranslation('staff');
  const [chosen, setChosen] = useState(mapping);
  const changed = JSON.stringify(chosen) !== JSON.stringify(mapping);
  return (
    <details className={styles.unknown}>
      <summary>{t('imports.unknown', { count: one.unknownColumns.length })}</summary>
      <p className="quiet">{t('imports.unknownHint')}</p>
      <div className={styles.columns}>
        {one.unknownColumns.map((column) => (
          <SelectField
            key={column}
            label={<span lang="zh-CN">{column}</span>}
            width="medium"
            value={chosen[column] ?? ''}
            onChange={(event) => {
              const next = { ...chosen };
              if (event.target.value) next[column] = event.target.value;
              else delete next[column];
              setChosen(next);
            }}
          >
            <option value="">{t('imports.leaveOut')}</option>
            {FIELDS.map((field: FieldName) => (
              <option key={field} value={field}>
                {t(`imports.field.${field}`)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <Button look="secondary" aria-disabled={!changed} onClick={() => changed && onMap(chosen)}>
        {t('imports.dryRunAgain')}
      </Button>
    </details>
  );
}

/** How far an import is, what it found, and what can be done now. */
export function ImportReport({
  one,
  mapping,
  onMap,
  onTake,
}: {
  one: Import;
  mapping: Record<string, string>;
  onMap: (mapping: Record<string, string>) => void;
  onTake: () => void;
}) {
  const { t } = useTranslation('staff');
  const heading = useRef<HTMLHeadingElement>(null);
  const running = isRunning(one);
  useEffect(() => {
    if (!running) heading.current?.focus();
  }, [running, one.id]);
  if (running) return <Progress one={one} />;
  const outcome = one.status === 'done' ? (one.dryRun ? 'dryDone' : 'done') : one.status;
  return (
    <section className={styles.report} data-status={one.status} aria-labelledby="import-outcome">
      <h2 id="import-outcome" ref={heading} tabIndex={-1}>
        {t(`imports.outcome.${outcome as 'done'}`)}
      </h2>
      <Result one={one} />
      {one.errorCount > 0 && <Errors one={one} />}
      {one.status === 'failed' && one.errorCount === 0 && <p>{t('imports.failedText')}</p>}
      {one.dryRun && one.status === 'done' && (
        <Button size="large" onClick={onTake}>
          {t('imports.take')}
        </Button>
      )}
      {one.unknownColumns.length > 0 && one.dryRun && (
        <UnknownColumns key={one.id} one={one} mapping={mapping} onMap={onMap} />
      )}
    </section>
  );
}
