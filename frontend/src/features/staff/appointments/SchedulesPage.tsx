import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { type AppointmentWay, endSchedule, recordSchedule } from '@/api/generated';
import {
  listDepartmentsOptions,
  listPlacesOptions,
  listSlotsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Dialog,
  DialogWays,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { today } from '@/lib/deadline';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../places/Places.module.css';

/** How long one appointment takes, how many at once, and how many days ahead one may book. */
const NUMBERS = [
  { name: 'slotMinutes', label: 'schedules.minutes', min: 10, max: 240 },
  { name: 'capacity', label: 'schedules.capacity', min: 1, max: 50 },
  { name: 'daysAhead', label: 'schedules.daysAhead', min: 1, max: 60 },
] as const;

function AddDialog({
  placeCode,
  onDone,
  onClose,
}: {
  placeCode: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('appointment');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const [way, setWay] = useState<AppointmentWay>('window');
  const [texts, setTexts] = useState({
    name: '',
    nameEn: '',
    departmentCode: '',
    groups: '',
    slotMinutes: '30',
    capacity: '2',
    daysAhead: '14',
    from: today(),
  });
  const send = useMutation({
    mutationFn: () =>
      recordSchedule({
        body: {
          placeCode,
          name: texts.name.trim(),
          ...(texts.nameEn.trim() && { nameEn: texts.nameEn.trim() }),
          ...(texts.departmentCode && { departmentCode: texts.departmentCode }),
          way,
          groups:
            way === 'onSite'
              ? texts.groups
                  .split('\n')
                  .map((line) => line.trim())
                  .filter(Boolean)
                  .map((name, index) => ({ code: `g${index + 1}`, name }))
              : [],
          slotMinutes: Number(texts.slotMinutes),
          capacity: Number(texts.capacity),
          daysAhead: Number(texts.daysAhead),
          from: texts.from,
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const problem = send.error && toProblem(send.error);
  const field = (name: keyof typeof texts) => ({
    value: texts[name],
    error: problem?.errors?.find((each) => fieldName(each.pointer ?? '') === name)?.detail,
    onChange: ({ target }: { target: { value: string } }) =>
      setTexts({ ...texts, [name]: target.value }),
  });
  return (
    <Dialog
      title={t('schedules.add')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {problem && <Problem problem={problem} />}
      <TextField label={t('schedules.name')} maxLength={100} {...field('name')} />
      <TextField label={t('schedules.nameEn')} optional maxLength={200} {...field('nameEn')} />
      <SelectField label={t('schedules.department')} {...field('departmentCode')}>
        <option value="">{t('schedules.own')}</option>
        {departments.data?.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('schedules.way')}
        value={way}
        onChange={({ target }) => setWay(target.value as AppointmentWay)}
      >
        <option value="window">{t('way.window')}</option>
        <option value="onSite">{t('way.onSite')}</option>
      </SelectField>
      {way === 'onSite' && <TextArea label={t('schedules.groups')} rows={3} {...field('groups')} />}
      {NUMBERS.map(({ name, label, min, max }) => (
        <TextField
          key={name}
          label={t(label)}
          type="number"
          min={min}
          max={max}
          width="short"
          {...field(name)}
        />
      ))}
      <TextField label={t('schedules.from')} type="date" width="short" {...field('from')} />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('schedules.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('schedules.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

function EndDialog({
  id,
  onDone,
  onClose,
}: {
  id: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('appointment');
  const [lastDay, setLastDay] = useState(today);
  const send = useMutation({
    mutationFn: () => endSchedule({ path: { id }, body: { lastDay }, throwOnError: true }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('schedules.end')}
      width="narrow"
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        label={t('schedules.lastDay')}
        type="date"
        width="short"
        value={lastDay}
        onChange={({ target }) => setLastDay(target.value)}
      />
      <DialogWays>
        <Button type="submit" look="danger" busy={send.isPending}>
          {t('schedules.end')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('schedules.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** What can be booked where. */
export function SchedulesPage() {
  const { t } = useTranslation(['appointment', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  usePageTitle(t('schedules.title'), t('common:site.name'));
  const places = useQuery({ ...listPlacesOptions({ query: { limit: 100 } }), staleTime: 60_000 });
  const all = places.data?.items ?? [];
  const place = all.find((each) => each.code === parameters.get('place')) ?? all[0];
  const slots = useQuery({
    ...listSlotsOptions({ path: { code: place?.code ?? '' } }),
    enabled: place !== undefined,
    staleTime: 0,
  });
  const done = () => {
    setAdding(false);
    setEnding(undefined);
    void slots.refetch();
  };
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('schedules.title')}</h1>
        {place && <Button onClick={() => setAdding(true)}>{t('schedules.add')}</Button>}
      </div>
      <p className="lead">{t('schedules.lead')}</p>
      {places.isPending ? (
        <Loading lines={4} />
      ) : (
        <div className={styles.filters}>
          <SelectField
            label={t('schedules.place')}
            value={place?.code ?? ''}
            onChange={({ target }) => setParameters({ place: target.value }, { replace: true })}
          >
            {all.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {slots.error && <Problem problem={toProblem(slots.error)} />}
      {slots.data?.length === 0 && <Empty title={t('schedules.none')} />}
      {slots.data && slots.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {slots.data.map((each) => (
            <li key={each.id} className={styles.entry}>
              <p>
                <b>
                  <Name of={each} />
                </b>
              </p>
              <p className={styles.meta}>
                <span>{t(`way.${each.way}`)}</span>
                <span>{t('schedules.each', { minutes: each.slotMinutes })}</span>
                <span lang="zh-CN">{each.groups.map((group) => group.name).join('、')}</span>
              </p>
              <div className={styles.way}>
                <Button look="secondary" onClick={() => setEnding(each.id)}>
                  {t('schedules.end')}
                  <span className="visually-hidden"> {nameText(each)}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {adding && place && (
        <AddDialog placeCode={place.code} onDone={done} onClose={() => setAdding(false)} />
      )}
      {ending && <EndDialog id={ending} onDone={done} onClose={() => setEnding(undefined)} />}
    </div>
  );
}
