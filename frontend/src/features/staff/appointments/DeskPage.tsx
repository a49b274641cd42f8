import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import {
  type AppointmentMark,
  callNext,
  type DeskAppointment,
  markAppointment,
} from '@/api/generated';
import {
  getAppointmentContactOptions,
  listAppointmentsOptions,
  listCallBacksQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  Dialog,
  DialogWays,
  Empty,
  Loading,
  Problem,
  SelectField,
  Tag,
  TextField,
  useNameText,
} from '@/components';
import { today } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../places/Places.module.css';
import { useOwnPlaces } from '../places/useOwnPlaces';
import { CallBacks } from './CallBacks';

const TONES = {
  booked: 'sun',
  called: 'sun',
  served: 'good',
  noShow: 'plain',
  cancelled: 'plain',
} as const;

/** Name, telephone and address, once somebody asks for them. */
export function ContactDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('appointment');
  const contact = useQuery({
    ...getAppointmentContactOptions({ path: { id } }),
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Dialog title={t('desk.contact')} text={t('desk.traced')} width="narrow" onClose={onClose}>
      {contact.isPending && <Loading lines={2} />}
      {contact.error && <Problem problem={toProblem(contact.error)} />}
      {contact.data && (
        <div lang="zh-CN">
          <p>
            <b>{contact.data.name}</b>{' '}
            <a href={`tel:${contact.data.phone}`}>{contact.data.phone}</a>
          </p>
          {contact.data.address && <p>{contact.data.address}</p>}
          {contact.data.about && <p>{contact.data.about}</p>}
        </div>
      )}
      <DialogWays>
        <Button onClick={onClose}>{t('desk.close')}</Button>
      </DialogWays>
    </Dialog>
  );
}

function Line({ of, onChanged }: { of: DeskAppointment; onChanged: () => void }) {
  const { t } = useTranslation('appointment');
  const [asking, setAsking] = useState(false);
  const mark = useMutation({
    mutationFn: (state: AppointmentMark['state']) =>
      markAppointment({
        path: { id: of.id },
        headers: { 'If-Match': `"${of.version}"` },
        body: { state },
        throwOnError: true,
      }),
    onSettled: onChanged,
  });
  return (
    <li className={styles.entry}>
      <p>
        <b>
          {of.starts} · {of.ticket}
        </b>{' '}
        <span lang="zh-CN">{of.nameMasked}</span>{' '}
        <Tag tone={TONES[of.state]}>{t(`state.${of.state}`)}</Tag>
      </p>
      <p className={styles.meta}>
        <span>
          <Bilingual chinese={of.scheduleName} english={of.scheduleNameEn} />
        </span>
        {of.groupName && (
          <span>
            <Bilingual chinese={of.groupName} english={of.groupNameEn} />
          </span>
        )}
        {of.itemName && (
          <span>
            <Bilingual chinese={of.itemName} english={of.itemNameEn} />
          </span>
        )}
      </p>
      {mark.error && <Problem problem={toProblem(mark.error)} />}
      <div className={styles.meta}>
        {of.next.map((state) =>
          state === 'called' || state === 'served' || state === 'noShow' ? (
            <Button
              key={state}
              look={state === 'noShow' ? 'quiet' : 'secondary'}
              busy={mark.isPending}
              onClick={() => mark.mutate(state)}
            >
              {t(`desk.mark.${state}`)}
              <span className="visually-hidden"> {of.ticket}</span>
            </Button>
          ) : null,
        )}
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('desk.contact')}
          <span className="visually-hidden"> {of.ticket}</span>
        </Button>
      </div>
      {asking && <ContactDialog id={of.id} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** Who comes on a day, calling the next, and the calls afterwards. */
export function AppointmentDeskPage() {
  const { t } = useTranslation(['appointment', 'common']);
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  usePageTitle(t('desk.title'), t('common:site.name'));
  const places = useOwnPlaces();
  const all = places.data?.items ?? [];
  const place = all.find((each) => each.code === parameters.get('place')) ?? all[0];
  const day = parameters.get('day') ?? today();
  const set = (name: string, value: string) =>
    setParameters((before) => ({ ...Object.fromEntries(before), [name]: value }), {
      replace: true,
    });
  const booked = useQuery({
    ...listAppointmentsOptions({ query: { place: place?.code ?? '', day } }),
    enabled: place !== undefined,
    refetchInterval: 30_000,
  });
  const queries = useQueryClient();
  /** Who was served is to be called afterwards: both lists change at once. */
  const changed = () => {
    void booked.refetch();
    void queries.invalidateQueries({
      queryKey: listCallBacksQueryKey({ query: { place: place?.code ?? '' } }),
    });
  };
  const next = useMutation({
    mutationFn: () => callNext({ body: { placeCode: place?.code ?? '' }, throwOnError: true }),
    onSettled: () => void booked.refetch(),
  });
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('desk.title')}</h1>
        {place && day === today() && (
          <Button busy={next.isPending} onClick={() => next.mutate()}>
            {t('desk.next')}
          </Button>
        )}
      </div>
      <p className="lead">{t('desk.lead')}</p>
      <div role="status">
        {next.data && (
          <p>
            <b>{t('desk.calling', { ticket: next.data.data.ticket })}</b>
          </p>
        )}
      </div>
      {next.error && <Problem problem={toProblem(next.error)} />}
      {places.error && <Problem problem={toProblem(places.error)} />}
      {places.isPending ? (
        <Loading lines={4} />
      ) : (
        <div className={styles.filters}>
          <SelectField
            label={t('desk.place')}
            value={place?.code ?? ''}
            onChange={({ target }) => set('place', target.value)}
          >
            {all.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('desk.day')}
            type="date"
            value={day}
            onChange={({ target }) => set('day', target.value || today())}
          />
        </div>
      )}
      {booked.error && <Problem problem={toProblem(booked.error)} />}
      {booked.data?.length === 0 && <Empty title={t('desk.nobody')} />}
      {booked.data && booked.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {booked.data.map((each) => (
            <Line key={each.id} of={each} onChanged={changed} />
          ))}
        </ul>
      )}
      {place && <CallBacks key={place.code} placeCode={place.code} />}
    </div>
  );
}
