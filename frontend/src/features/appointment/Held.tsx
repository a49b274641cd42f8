import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appointment, cancelAppointment, moveAppointment } from '@/api/generated';
import { listSlotsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Dialog,
  DialogWays,
  KeyFacts,
  Loading,
  Problem,
  Tag,
} from '@/components';
import { type Slot, SlotField } from '@/components/appointment';
import { toProblem } from '@/lib/problem';
import styles from './Appointment.module.css';

function MoveForm({ of, onMoved }: { of: Appointment; onMoved: (after: Appointment) => void }) {
  const { t } = useTranslation('appointment');
  const [slot, setSlot] = useState<Slot>({ day: '', starts: '' });
  const slots = useQuery({
    ...listSlotsOptions({ path: { code: of.placeCode } }),
    staleTime: 0,
  });
  const schedule = slots.data?.find((each) => each.id === of.scheduleId);
  const send = useMutation({
    mutationFn: () =>
      moveAppointment({ body: { number: of.number, code: of.code, ...slot }, throwOnError: true }),
    onSuccess: ({ data }) => onMoved(data),
    onError: () => void slots.refetch(),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (slot.starts) send.mutate();
      }}
    >
      {slots.isPending && <Loading lines={2} />}
      {send.error && <Problem problem={toProblem(send.error)} />}
      {schedule && <SlotField schedule={schedule} slot={slot} onChange={setSlot} />}
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('moveSend')}
        </Button>
      </div>
    </form>
  );
}

/** An appointment one holds, and what can be done with it. */
export function Held({
  of,
  onChanged,
}: {
  of: Appointment;
  onChanged: (after: Appointment) => void;
}) {
  const { t } = useTranslation('appointment');
  const [moving, setMoving] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const cancel = useMutation({
    mutationFn: () =>
      cancelAppointment({ body: { number: of.number, code: of.code }, throwOnError: true }),
    onSuccess: ({ data }) => {
      setCancelling(false);
      onChanged(data);
    },
  });
  return (
    <section className={styles.held} aria-labelledby={`held-${of.number}`}>
      <h2 id={`held-${of.number}`}>
        <Bilingual chinese={of.scheduleName} english={of.scheduleNameEn} />{' '}
        <Tag tone={of.state === 'served' ? 'good' : 'sun'}>{t(`state.${of.state}`)}</Tag>
      </h2>
      {of.state === 'noShow' && <p>{t('noShowText')}</p>}
      <KeyFacts
        compact
        facts={[
          {
            label: t('at'),
            value: (
              <>
                <DateTime value={of.day} as="date" /> {of.starts}
              </>
            ),
          },
          {
            label: t('place'),
            value: <Bilingual chinese={of.placeName} english={of.placeNameEn} />,
            note: <span lang="zh-CN">{of.placeAddress}</span>,
          },
          { label: t('ticket'), value: of.ticket },
          { label: t('number'), value: of.number },
          { label: t('code'), value: of.code },
        ]}
      />
      {of.movable && (
        <div className={styles.ways}>
          <Button look="secondary" onClick={() => setMoving(!moving)} aria-expanded={moving}>
            {t('move')}
          </Button>
          <Button look="quiet" onClick={() => setCancelling(true)}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {moving && of.movable && (
        <MoveForm
          of={of}
          onMoved={(after) => {
            setMoving(false);
            onChanged(after);
          }}
        />
      )}
      {cancelling && (
        <Dialog
          title={t('cancel')}
          text={t('cancelSure')}
          width="narrow"
          locked={cancel.isPending}
          onClose={() => setCancelling(false)}
        >
          {cancel.error && <Problem problem={toProblem(cancel.error)} />}
          <DialogWays>
            <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('cancelYes')}
            </Button>
            <Button look="quiet" onClick={() => setCancelling(false)}>
              {t('keep')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </section>
  );
}
