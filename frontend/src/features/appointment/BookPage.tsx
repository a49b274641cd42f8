import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import {
  type Appointment,
  bookAppointment,
  type BookableSchedule,
  bookAsMyself,
} from '@/api/generated';
import {
  getPlaceOptions,
  getPowerItemOptions,
  listSlotsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useSession } from '@/api/signin/useSession';
import {
  Button,
  Choices,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  SelectField,
  TextField,
  useNameText,
} from '@/components';
import { type Slot, SlotField } from '@/components/appointment';
import { Exceptions } from '@/components/place';
import { plainPhone } from '@/lib/person';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Appointment.module.css';
import { Held } from './Held';

/** When, who and what about. */
function BookForm({
  schedule,
  item,
  own,
  onBooked,
  onFull,
}: {
  schedule: BookableSchedule;
  /** The code of what one comes with, where that is known. */
  item: string | undefined;
  /** Whether it is booked for the account that is signed in. */
  own: boolean;
  onBooked: (appointment: Appointment) => void;
  onFull: () => void;
}) {
  const { t } = useTranslation('appointment');
  const nameText = useNameText();
  const visit = schedule.way === 'onSite';
  const [slot, setSlot] = useState<Slot>({ day: '', starts: '' });
  const [texts, setTexts] = useState({
    name: '',
    phone: '',
    groupCode: '',
    address: '',
    about: '',
  });
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const needed = [
    ...(own ? [] : (['name', 'phone'] as const)),
    ...(visit ? (['groupCode'] as const) : []),
    ...(visit && !own ? (['address'] as const) : []),
  ];
  const given = (text: string) => text.trim() || undefined;
  const send = useMutation({
    mutationFn: async () => {
      const body = {
        slot: { scheduleId: schedule.id, ...slot },
        ...(item && { itemCode: item }),
        groupCode: given(texts.groupCode),
        address: given(texts.address),
        about: given(texts.about),
      };
      const headers = { 'Idempotency-Key': key };
      return own
        ? (await bookAsMyself({ body, headers, throwOnError: true })).data
        : (
            await bookAppointment({
              body: { ...body, name: texts.name.trim(), phone: plainPhone(texts.phone) },
              headers,
              throwOnError: true,
            })
          ).data;
    },
    onSuccess: onBooked,
    onError: (error) => {
      setKey(newIdempotencyKey());
      if (toProblem(error).status === 409) onFull();
    },
  });
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) {
    for (const field of needed) if (!texts[field].trim()) errors[field] = t('missing');
    if (!slot.starts) errors.time = t('missing');
  }
  for (const each of problem?.errors ?? []) {
    const field = fieldName(each.pointer ?? '');
    errors[field === 'slot.starts' ? 'time' : field] ??= each.detail;
  }
  const label = { name: 'name', phone: 'phone', groupCode: 'group', address: 'address' } as const;
  const field = (name: keyof typeof texts) => ({
    id: `book-${name}`,
    value: texts[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTexts({ ...texts, [name]: target.value }),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (slot.starts && needed.every((each) => texts[each].trim())) send.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: name === 'time' ? 'slot-time' : `book-${name}`,
          text: `${name === 'time' ? t('time') : t(label[name as keyof typeof label] ?? 'about')}: ${text}`,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <SlotField schedule={schedule} slot={slot} onChange={setSlot} />
      {own ? (
        <p className="quiet">{t('asAccount')}</p>
      ) : (
        <>
          <TextField label={t('name')} maxLength={100} autoComplete="name" {...field('name')} />
          <TextField
            label={t('phone')}
            type="tel"
            maxLength={20}
            width="medium"
            autoComplete="tel"
            {...field('phone')}
          />
        </>
      )}
      {visit && (
        <>
          <SelectField label={t('group')} {...field('groupCode')}>
            <option value="">{t('choose')}</option>
            {schedule.groups.map((group) => (
              <option key={group.code} value={group.code}>
                {nameText(group)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('address')} maxLength={200} optional={own} {...field('address')} />
        </>
      )}
      <TextField
        label={t('about')}
        hint={t('aboutHint')}
        optional
        maxLength={300}
        {...field('about')}
      />
      <div>
        <Button type="submit" size="large" busy={send.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

/** Booking at one place. */
export function BookPage({ code }: { code: string }) {
  const { t } = useTranslation(['appointment', 'common']);
  const nameText = useNameText();
  const session = useSession();
  const own = session.status === 'in' && session.account.permissions.includes('ownCases.read');
  const place = useQuery(getPlaceOptions({ path: { code } }));
  const slots = useQuery({ ...listSlotsOptions({ path: { code } }), staleTime: 0 });
  const [parameters] = useSearchParams();
  const item = parameters.get('item') ?? '';
  const wanted = useQuery({
    ...getPowerItemOptions({ path: { code: item } }),
    enabled: item !== '',
  });
  const [chosen, setChosen] = useState(parameters.get('window') ?? '');
  const [booked, setBooked] = useState<Appointment>();
  usePageTitle(t('book'), t('common:site.name'));
  const schedule =
    slots.data?.find((each) => each.id === chosen) ??
    (slots.data?.length === 1 ? slots.data[0] : undefined);
  const error = place.error ?? slots.error ?? wanted.error;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t(booked ? 'booked' : 'book')}</h1>
      {place.data && (
        <p className="lead">
          <Link href={`/places/${encodeURIComponent(code)}`}>
            <Name of={place.data.place} />
          </Link>
        </p>
      )}
      {wanted.data && (
        <p>
          {t('item.for')}{' '}
          <Link href={`/services/${encodeURIComponent(item)}`}>
            <Name of={wanted.data} />
          </Link>
        </p>
      )}
      {place.data?.exceptions && place.data.exceptions.length > 0 && !booked && (
        <Exceptions exceptions={place.data.exceptions} />
      )}
      {error && <Problem problem={toProblem(error)} />}
      {slots.isPending && <Loading lines={5} />}
      {booked ? (
        <div role="status">
          <p>{t('bookedText')}</p>
          <Held of={booked} onChanged={setBooked} />
        </div>
      ) : (
        <>
          {slots.data?.length === 0 && <p>{t('none')}</p>}
          {slots.data && slots.data.length > 1 && (
            <Choices
              name="schedule"
              legend={t('what')}
              choices={slots.data.map((each) => ({
                value: each.id,
                label: nameText(each),
                hint:
                  each.way === 'onSite'
                    ? each.groups.map(nameText).join(t('groupSeparator'))
                    : t('way.window'),
              }))}
              value={schedule?.id}
              onChange={setChosen}
            />
          )}
          {schedule && (
            <BookForm
              key={schedule.id}
              schedule={schedule}
              item={wanted.data?.code}
              own={own}
              onBooked={setBooked}
              onFull={() => void slots.refetch()}
            />
          )}
        </>
      )}
    </div>
  );
}
