import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addRatingTerminal, closeRatingTerminal } from '@/api/generated';
import {
  listDepartmentsOptions,
  listRatingTerminalsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Bilingual,
  Button,
  Dialog,
  DialogWays,
  Empty,
  ErrorSummary,
  Loading,
  Problem,
  SelectField,
  Tag,
  TextField,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Ratings.module.css';

function AddDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation('ratings');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const [place, setPlace] = useState('');
  const [placeEn, setPlaceEn] = useState('');
  const [departmentCode, setDepartmentCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const missing = attempt > 0 && !place.trim() ? t('terminals.placeMissing') : undefined;
  const send = useMutation({
    mutationFn: () =>
      addRatingTerminal({
        headers: { 'Idempotency-Key': key },
        body: {
          place: place.trim(),
          ...(placeEn.trim() && { placeEn: placeEn.trim() }),
          ...(departmentCode && { departmentCode }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('terminals.add')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (place.trim()) send.mutate();
      }}
    >
      {missing && (
        <ErrorSummary errors={[{ fieldId: 'terminal-place', text: missing }]} attempt={attempt} />
      )}
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        id="terminal-place"
        label={t('terminals.place')}
        error={missing}
        maxLength={100}
        value={place}
        onChange={({ target }) => setPlace(target.value)}
      />
      <TextField
        label={t('terminals.placeEn')}
        optional
        maxLength={200}
        value={placeEn}
        onChange={({ target }) => setPlaceEn(target.value)}
      />
      <SelectField
        label={t('terminals.department')}
        value={departmentCode}
        onChange={({ target }) => setDepartmentCode(target.value)}
      >
        <option value="">{t('terminals.any')}</option>
        {departments.data?.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('terminals.keep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('terminals.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** Devices in the halls that ratings are given at. */
export function TerminalsPage() {
  const { t } = useTranslation(['ratings', 'common']);
  const [adding, setAdding] = useState(false);
  usePageTitle(t('terminals.title'), t('common:site.name'));
  const terminals = useQuery({ ...listRatingTerminalsOptions(), staleTime: 0 });
  const close = useMutation({
    mutationFn: (terminalId: string) =>
      closeRatingTerminal({ path: { terminalId }, throwOnError: true }),
    onSettled: () => void terminals.refetch(),
  });
  const problem = terminals.error ?? close.error;
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('terminals.title')}</h1>
        <Button onClick={() => setAdding(true)}>{t('terminals.add')}</Button>
      </div>
      <p className="lead">{t('terminals.lead')}</p>
      {problem && <Problem problem={toProblem(problem)} />}
      {terminals.isPending && <Loading lines={4} />}
      {terminals.data?.length === 0 && <Empty title={t('terminals.none')} />}
      {terminals.data && terminals.data.length > 0 && (
        <ul className={styles.list}>
          {terminals.data.map((one) => (
            <li key={one.id} className={styles.entry}>
              <div className={styles.line}>
                <b>
                  <Bilingual chinese={one.place} english={one.placeEn} />
                </b>
                {one.closedAt ? (
                  <Tag>{t('terminals.closed')}</Tag>
                ) : (
                  <>
                    <a href={`/rate/terminal/${one.id}`} target="_blank" rel="noreferrer">
                      {t('terminals.address')}
                    </a>
                    <Button
                      look="secondary"
                      busy={close.isPending}
                      onClick={() => close.mutate(one.id)}
                    >
                      {t('terminals.close')}
                      <span className="visually-hidden"> {one.place}</span>
                    </Button>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <AddDialog
          onDone={() => {
            setAdding(false);
            void terminals.refetch();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
