import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  changeDepartment,
  type DepartmentEdition,
  type DepartmentProposal,
  type DepartmentTexts,
} from '@/api/generated';
import { listDepartmentEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  type Column,
  DateTime,
  Dialog,
  DialogWays,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  Table,
  Tag,
  TextField,
} from '@/components';
import { today, tomorrow } from '@/lib/deadline';
import { withValueAt } from '@/lib/pointer';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useAccount } from '@/features/staff/shell/SignedInAs';
import frame from '../Editor.module.css';
import { DateAt, SelectAt, TextAt } from '../form/fields';
import { controlFor, FormContext } from '../form/FormScope';
import { Changes } from '../preview/Changes';
import items from '../items/ItemsPage.module.css';
import { useWords } from '../useWords';
import styles from './DepartmentsPage.module.css';

type Action = DepartmentProposal['action'];

interface Task {
  action: Action;
  /** None for a new department. */
  department?: DepartmentEdition;
}

interface Form {
  effectiveFrom: string;
  texts: DepartmentTexts;
}

/** Asks for what is to be, shows what that changes, and does it. */
function Doing({ doing, onClose }: { doing: Task; onClose: (done: boolean) => void }) {
  const words = useWords();
  const { t } = words;
  const { action, department } = doing;
  const [code, setCode] = useState(department?.code ?? '');
  const [form, setForm] = useState<Form>({
    effectiveFrom: tomorrow(),
    texts: department?.texts ?? { name: '', regionCode: words.regions[0]?.value ?? '' },
  });
  const [attempt, setAttempt] = useState(0);
  const send = async (dryRun: boolean) =>
    (
      await changeDepartment({
        path: { code: code.trim() || '-' },
        query: { dryRun },
        headers: { 'If-Match': `"${department?.revision ?? 0}"` },
        body: {
          action,
          effectiveFrom: form.effectiveFrom,
          ...(action !== 'close' && { texts: form.texts }),
        },
        throwOnError: true,
      })
    ).data;
  const tried = useMutation({ mutationFn: () => send(true) });
  const done = useMutation({ mutationFn: () => send(false), onSuccess: () => onClose(true) });
  const failed = tried.error ? toProblem(tried.error) : undefined;
  const errors = (failed?.errors ?? []).map((error) => ({
    pointer: error.pointer ?? '',
    text: error.detail,
  }));
  return (
    <Dialog
      width="wide"
      title={t(`departments.${action}`)}
      aside={department && <Name of={department.texts} />}
      locked={done.isPending}
      onClose={() => onClose(false)}
      onSubmit={() => {
        if (tried.data) done.mutate();
        else {
          setAttempt(attempt + 1);
          tried.mutate();
        }
      }}
    >
      {tried.data ? (
        <div className={styles.preview} aria-live="polite">
          <p>
            {t('departments.from')} <DateTime value={tried.data.effectiveFrom} as="dateWeekday" />
            {' · '}
            {t('departments.items', { count: tried.data.itemCount })}
          </p>
          <Changes changes={tried.data.fields} />
          {done.error && <Problem problem={toProblem(done.error)} />}
        </div>
      ) : (
        <FormContext.Provider
          value={{ form, set: (at, value) => setForm(withValueAt(form, at, value)), errors }}
        >
          {failed && errors.length === 0 && <Problem problem={failed} />}
          <ErrorSummary
            attempt={attempt}
            errors={errors.map((error) => ({
              fieldId: controlFor(error.pointer),
              text: error.text,
            }))}
          />
          <div className={styles.fields}>
            {!department && (
              <TextField
                id="code"
                label={t('departments.code')}
                value={code}
                maxLength={64}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
            {action !== 'close' && (
              <>
                <TextAt at="/texts/name" label={t('field.departmentName')} lang="zh-CN" />
                <TextAt at="/texts/nameEn" label={t('field.nameEn')} optional lang="en" />
                <TextAt at="/texts/shortName" label={t('field.shortName')} optional lang="zh-CN" />
                <TextAt at="/texts/shortNameEn" label={t('field.shortNameEn')} optional lang="en" />
                <SelectAt
                  at="/texts/regionCode"
                  label={t('field.region')}
                  options={words.regions}
                  width="full"
                />
                <TextAt at="/texts/telephone" label={t('field.telephone')} optional />
                <TextAt
                  at="/texts/supervisionTelephone"
                  label={t('field.supervisionTelephone')}
                  optional
                />
                <TextAt at="/texts/address" label={t('field.address')} optional lang="zh-CN" />
                <TextAt at="/texts/duty" label={t('field.duty')} optional lang="zh-CN" lines={3} />
              </>
            )}
            <DateAt
              at="/effectiveFrom"
              label={t(action === 'close' ? 'departments.closedOn' : 'departments.effectiveFrom')}
              min={today()}
            />
          </div>
        </FormContext.Provider>
      )}
      <DialogWays>
        <Button
          type="submit"
          look={action === 'close' && tried.data ? 'danger' : 'primary'}
          busy={tried.isPending || done.isPending}
        >
          {tried.data ? t(`departments.do.${action}`) : t('form.preview')}
        </Button>
        <Button look="secondary" onClick={() => (tried.data ? tried.reset() : onClose(false))}>
          {tried.data ? t('preview.back') : t('departments.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** The departments: founded, renamed, closed, each from a day on. */
export function DepartmentsPage() {
  const words = useWords();
  const { t } = words;
  const account = useAccount();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Task>();
  const found = useQuery(listDepartmentEditionsOptions());
  usePageTitle(t('departments.title'), t('common:site.name'));
  // Whoever keeps a part of the list only looks.
  const whole = !account.departmentCode;
  const columns: Column<DepartmentEdition>[] = [
    {
      key: 'name',
      header: t('field.departmentName'),
      rowHeader: true,
      cell: (one) => (
        <>
          <Name of={one.texts} />
          <span className={items.code}>{one.code}</span>
        </>
      ),
    },
    {
      key: 'region',
      header: t('field.region'),
      cell: (one) => words.regionName(one.texts.regionCode),
    },
    {
      key: 'items',
      header: t('departments.itemCount'),
      align: 'end',
      cell: (one) => one.itemCount,
    },
    {
      key: 'state',
      header: t('field.status'),
      cell: (one) => (
        <>
          {one.closedOn ? (
            <Tag>
              {t('departments.closed')} <DateTime value={one.closedOn} as="date" />
            </Tag>
          ) : (
            one.planned.map((plan) => (
              <Tag key={plan.effectiveFrom} tone="sun">
                <DateTime value={plan.effectiveFrom} as="date" /> <Name of={plan.texts} />
              </Tag>
            ))
          )}
        </>
      ),
    },
    {
      key: 'edit',
      header: t('items.edit'),
      cell: (one) =>
        whole && !one.closedOn ? (
          <span className={items.edit}>
            <Button look="quiet" onClick={() => setDoing({ action: 'change', department: one })}>
              {t('departments.change')}
              <span className="visually-hidden"> {one.texts.name}</span>
            </Button>
            <Button look="quiet" onClick={() => setDoing({ action: 'close', department: one })}>
              {t('departments.close')}
              <span className="visually-hidden"> {one.texts.name}</span>
            </Button>
          </span>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <div className={`wrap ${frame.page}`}>
      <header className={items.head}>
        <div>
          <h1>{t('departments.title')}</h1>
          <p className="quiet">{t('departments.lead')}</p>
        </div>
        {whole && (
          <Button onClick={() => setDoing({ action: 'found' })}>{t('departments.found')}</Button>
        )}
      </header>
      {found.error ? (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Table
          caption={t('departments.title')}
          columns={columns}
          rows={found.data}
          rowKey={(one) => one.code}
        />
      ) : (
        <Loading lines={8} />
      )}
      {doing && (
        <Doing
          doing={doing}
          onClose={(done) => {
            setDoing(undefined);
            if (done) void queries.invalidateQueries();
          }}
        />
      )}
    </div>
  );
}
