import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  type CalendarEdition,
  type CalendarPreview,
  type CalendarProposal,
  previewCalendarYear,
  saveCalendarYear,
} from '@/api/generated';
import {
  getCalendarEditionOptions,
  listCalendarYearsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  type Column,
  DateTime,
  Empty,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
} from '@/components';
import { tomorrow } from '@/lib/deadline';
import { withValueAt } from '@/lib/pointer';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import frame from '../Editor.module.css';
import { SelectAt, RowsAt, TextAt, DateAt } from '../form/fields';
import { controlFor, FormContext } from '../form/FormScope';
import { useLeaving } from '../form/useLeaving';
import shown from '../preview/ItemPreviewView.module.css';
import { useWords } from '../useWords';
import styles from './CalendarPage.module.css';
import { Recounts } from './Recounts';

type Day = CalendarPreview['days'][number];

/** Which days become other days, and whose deadlines move. */
function Preview({
  preview,
  saving,
  error,
  onSave,
  onBack,
}: {
  preview: CalendarPreview;
  saving: boolean;
  error: unknown;
  onSave: () => void;
  onBack: () => void;
}) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { cases } = preview;
  const nothing = preview.fields.length === 0;
  const columns: Column<Day>[] = [
    {
      key: 'date',
      header: t('calendar.date'),
      rowHeader: true,
      cell: (day) => <DateTime value={day.date} as="dateWeekday" />,
    },
    {
      key: 'name',
      header: t('calendar.name'),
      cell: (day) => (day.name ? <Name of={{ name: day.name, nameEn: day.nameEn }} /> : '—'),
    },
    { key: 'before', header: t('preview.before'), cell: (day) => t(`calendar.kind.${day.before}`) },
    {
      key: 'after',
      header: t('preview.after'),
      cell: (day) => (
        <Tag tone={day.after === 'holiday' ? 'sun' : 'blue'}>{t(`calendar.kind.${day.after}`)}</Tag>
      ),
    },
  ];
  return (
    <section className={shown.preview} aria-labelledby="calendar-preview">
      <h2 id="calendar-preview" ref={heading} tabIndex={-1}>
        {t('calendar.previewTitle')}
      </h2>
      {nothing ? (
        <Empty title={t('calendar.same')} />
      ) : (
        <>
          <dl className={shown.facts}>
            <div>
              <dt>{t('calendar.workingDays')}</dt>
              <dd className="figures">
                {preview.workingDaysBefore} → {preview.workingDaysAfter}
              </dd>
            </div>
            <div>
              <dt>{t('calendar.moved')}</dt>
              <dd data-moved={cases.moved}>
                {t('calendar.movedOf', { moved: cases.moved, count: cases.counted })}
                {!cases.complete && ` ${t('calendar.incomplete')}`}
                {(cases.nowLate ?? 0) > 0 && (
                  <span className={shown.version}>
                    {t('calendar.recount.previewLate', { count: cases.nowLate })}
                  </span>
                )}
                {cases.shifts.map(({ days, cases: count }) => (
                  <span key={days} className={shown.version}>
                    {t(days > 0 ? 'calendar.later' : 'calendar.earlier', {
                      count,
                      days: Math.abs(days),
                    })}
                  </span>
                ))}
              </dd>
            </div>
          </dl>
          {preview.days.length > 0 ? (
            <Table
              caption={t('calendar.changedDays')}
              captionHidden={false}
              columns={columns}
              rows={preview.days}
              rowKey={(day) => day.date}
            />
          ) : (
            <p className="quiet">{t('calendar.noDayChanges')}</p>
          )}
        </>
      )}
      {error !== null && <Problem problem={toProblem(error)} />}
      <div className={shown.ways}>
        {!nothing && (
          <Button size="large" busy={saving} onClick={onSave}>
            {t('calendar.save')}
          </Button>
        )}
        <Button look="secondary" size="large" onClick={onBack}>
          {t('preview.back')}
        </Button>
      </div>
    </section>
  );
}

function Year({ edition, onSaved }: { edition: CalendarEdition; onSaved: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { year, version } = edition;
  const fresh: CalendarProposal = {
    status: edition.status,
    source: edition.source,
    days: edition.days,
  };
  const [form, setForm] = useState(fresh);
  const [dirty, setDirty] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const preview = useMutation({
    mutationFn: async () =>
      (await previewCalendarYear({ path: { year }, body: form, throwOnError: true })).data,
  });
  const save = useMutation({
    mutationFn: async () =>
      (
        await saveCalendarYear({
          path: { year },
          body: form,
          headers: { 'If-Match': `"${version}"` },
          throwOnError: true,
        })
      ).data,
    onSuccess: async () => {
      setDirty(false);
      onSaved();
      preview.reset();
      await queries.invalidateQueries();
    },
  });
  const leaving = useLeaving(dirty);
  const failed = preview.error ? toProblem(preview.error) : undefined;
  const errors = (failed?.errors ?? []).map((error) => ({
    pointer: error.pointer ?? '',
    text: error.detail,
  }));
  if (preview.data) {
    return (
      <Preview
        preview={preview.data}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate()}
        onBack={() => {
          preview.reset();
          save.reset();
        }}
      />
    );
  }
  return (
    <FormContext.Provider
      value={{
        form,
        set: (pointer, value) => {
          setForm(withValueAt(form, pointer, value));
          setDirty(true);
        },
        errors,
      }}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt(attempt + 1);
          preview.mutate();
        }}
      >
        {failed && errors.length === 0 && <Problem problem={failed} />}
        <ErrorSummary
          attempt={attempt}
          errors={errors.map((error) => ({
            fieldId: controlFor(error.pointer),
            text: error.text,
          }))}
        />
        <div className={styles.head}>
          <SelectAt
            at="/status"
            label={t('field.status')}
            options={(['announced', 'provisional'] as const).map((one) => ({
              value: one,
              label: t(`calendar.status.${one}`),
            }))}
          />
          <TextAt
            at="/source"
            label={t('field.source')}
            hint={t('calendar.sourceHint')}
            lines={2}
            lang="zh-CN"
          />
        </div>
        <h2>{t('calendar.days')}</h2>
        <RowsAt
          at="/days"
          legend={t('calendar.days')}
          name={(number) => form.days[number - 1]?.date || t('calendar.day', { number })}
          add={t('calendar.addDay')}
          compact
          blank={() => ({ date: '', kind: 'off', name: '', nameEn: '' })}
        >
          {(at) => (
            <>
              <DateAt at={`${at}/date`} label={t('calendar.date')} />
              <SelectAt
                at={`${at}/kind`}
                label={t('calendar.what')}
                options={(['off', 'work'] as const).map((one) => ({
                  value: one,
                  label: t(`calendar.declared.${one}`),
                }))}
              />
              <TextAt at={`${at}/name`} label={t('calendar.name')} lang="zh-CN" />
              <TextAt at={`${at}/nameEn`} label={t('field.nameEn')} lang="en" />
            </>
          )}
        </RowsAt>
        <div className={frame.bar}>
          <Button type="submit" size="large" busy={preview.isPending}>
            {t('form.preview')}
          </Button>
          {dirty && (
            <Button
              look="quiet"
              onClick={() => {
                setForm(fresh);
                setDirty(false);
              }}
            >
              {t('calendar.discard')}
            </Button>
          )}
        </div>
      </form>
      {leaving}
    </FormContext.Provider>
  );
}

/** Years, their declared days, and what a change would do to running cases. */
export function CalendarPage() {
  const { t } = useWords();
  const now = Number(tomorrow().slice(0, 4));
  const [year, setYear] = useState(now);
  const [saved, setSaved] = useState<number>();
  const years = useQuery(listCalendarYearsOptions());
  const edition = useQuery({
    ...getCalendarEditionOptions({ path: { year } }),
    staleTime: Infinity,
  });
  usePageTitle(t('calendar.title'), t('common:site.name'));
  const known = years.data?.map((one) => one.year) ?? [];
  const last = Math.max(now, ...known);
  const offered = [...new Set([...known, now, last + 1])].sort((one, other) => other - one);
  return (
    <div className={`wrap ${frame.page}`}>
      <header className={frame.head}>
        <h1>{t('calendar.title')}</h1>
        <p className="quiet">
          {t('calendar.lead')} <a href="#recounts">{t('calendar.recount.title')}</a>
        </p>
      </header>
      <SelectField
        label={t('calendar.year')}
        width="short"
        value={year}
        onChange={(event) => setYear(Number(event.target.value))}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      {edition.error ? (
        <Problem problem={toProblem(edition.error)} onRetry={() => void edition.refetch()} />
      ) : edition.data ? (
        <>
          <p className={frame.crumbs}>
            <Tag tone={edition.data.status === 'announced' ? 'good' : 'warn'}>
              {t(`calendar.status.${edition.data.status}`)}
            </Tag>
            {edition.data.byHand && <Tag>{t('calendar.byHand')}</Tag>}
          </p>
          <p role="status" className={saved === year ? styles.saved : undefined}>
            {saved === year && t('calendar.saved')}
          </p>
          <Year
            key={`${year} ${edition.data.version}`}
            edition={edition.data}
            onSaved={() => setSaved(year)}
          />
        </>
      ) : (
        <Loading lines={8} />
      )}
      <Recounts />
    </div>
  );
}
