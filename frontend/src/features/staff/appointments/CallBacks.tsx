import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallBack, type CallBackResult, recordCallBack } from '@/api/generated';
import { listCallBacksOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  Choices,
  Dialog,
  DialogWays,
  Empty,
  Problem,
  Tag,
  TextArea,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import styles from '../places/Places.module.css';
import { ContactDialog } from './DeskPage';

const RESULTS: readonly CallBackResult[] = ['satisfied', 'followUp', 'notReached'];

function RecordDialog({
  of,
  onDone,
  onClose,
}: {
  of: CallBack;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('appointment');
  const [result, setResult] = useState<CallBackResult>('satisfied');
  const [said, setSaid] = useState('');
  const send = useMutation({
    mutationFn: () =>
      recordCallBack({
        path: { id: of.id },
        headers: { 'If-Match': `"${of.version}"` },
        body: { result, ...(said.trim() && { said: said.trim() }) },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('desk.record')}
      aside={<span lang="zh-CN">{of.nameMasked}</span>}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Choices
        name="result"
        legend={t('desk.result')}
        choices={RESULTS.map((each) => ({ value: each, label: t(`desk.results.${each}`) }))}
        value={result}
        onChange={setResult}
      />
      <TextArea
        label={t('desk.said')}
        optional
        rows={3}
        maxLength={500}
        value={said}
        onChange={({ target }) => setSaid(target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('desk.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('desk.back')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** Whom to call after they were served, and what they said. */
export function CallBacks({ placeCode }: { placeCode: string }) {
  const { t } = useTranslation('appointment');
  const language = useLanguage();
  const [recording, setRecording] = useState<CallBack>();
  const [contact, setContact] = useState<string>();
  const calls = useQuery({
    ...listCallBacksOptions({ query: { place: placeCode } }),
    refetchInterval: 60_000,
  });
  return (
    <section className={styles.part} aria-labelledby="call-backs">
      <h2 id="call-backs">{t('desk.calls')}</h2>
      {calls.error && <Problem problem={toProblem(calls.error)} />}
      {calls.data?.length === 0 && <Empty title={t('desk.callsNone')} />}
      {calls.data && calls.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {calls.data.map((call) => (
            <li key={call.id} className={styles.entry}>
              <p>
                <b lang="zh-CN">{call.nameMasked}</b>{' '}
                <Bilingual chinese={call.scheduleName} english={call.scheduleNameEn} />{' '}
                {call.result && <Tag>{t(`desk.results.${call.result}`)}</Tag>}
              </p>
              <p className={styles.meta}>
                <span>{formatDate(call.servedOn, language, 'date')}</span>
                {call.open && (
                  <span>{t('desk.due', { day: formatDate(call.dueOn, language, 'date') })}</span>
                )}
                {call.attempts > 0 && <span>{t('desk.attempts', { count: call.attempts })}</span>}
                {call.byName && <span lang="zh-CN">{call.byName}</span>}
              </p>
              {call.said && (
                <p className={styles.said} lang="zh-CN">
                  {call.said}
                </p>
              )}
              {call.open && (
                <div className={styles.meta}>
                  <Button look="secondary" onClick={() => setRecording(call)}>
                    {t('desk.record')}
                    <span className="visually-hidden"> {call.number}</span>
                  </Button>
                  <Button look="quiet" onClick={() => setContact(call.appointmentId)}>
                    {t('desk.contact')}
                    <span className="visually-hidden"> {call.number}</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {recording && (
        <RecordDialog
          of={recording}
          onDone={() => {
            setRecording(undefined);
            void calls.refetch();
          }}
          onClose={() => setRecording(undefined)}
        />
      )}
      {contact && <ContactDialog id={contact} onClose={() => setContact(undefined)} />}
    </section>
  );
}
