import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportDoor } from '@/api/generated';
import { Button, Checks, ErrorSummary, Name, Problem, TextArea, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import type { Prepared } from '@/lib/sealing';
import { FilesField } from './FilesField';
import styles from './Report.module.css';
import type { SealedReport } from './sending';

/** Characters that fit in any script. */
const MOST_TEXT = 15_000;
const MOST_ABOUT = 500;
/** Losing one of two loses nothing (ADR 108). */
const FEWEST_READERS = 2;

/** What happened, and whom it is about. It leaves this page sealed, or not at all. */
export function ReportForm({
  door,
  onFiled,
}: {
  door: ReportDoor;
  onFiled: (receipt: string) => void;
}) {
  const { t } = useTranslation('report');
  const [about, setAbout] = useState('');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Prepared[]>([]);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const mayLeaveOut = door.recipients.length - FEWEST_READERS;
  const [attempt, setAttempt] = useState(0);
  // Sent again as it was sealed, so that a lost answer makes no second report.
  const sealed = useRef<SealedReport>(undefined);
  const changed = () => {
    sealed.current = undefined;
  };
  const send = useMutation({
    mutationFn: async () => {
      const { sealReport } = await import('./sending');
      const words = { text: text.trim(), ...(about.trim() && { about: about.trim() }) };
      sealed.current ??= await sealReport(words, files, leftOut);
      await sealed.current.send();
    },
    onSuccess: () => sealed.current && onFiled(sealed.current.receipt),
    onError: (error) => {
      if ([409, 422].includes(toProblem(error).status)) changed();
    },
    gcTime: 0,
  });
  const missing = attempt > 0 && !text.trim() ? t('form.missing') : undefined;
  return (
    <form
      noValidate
      autoComplete="off"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (text.trim() && !send.isPending) send.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={missing ? [{ fieldId: 'report-text', text: `${t('form.text')}: ${missing}` }] : []}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        id="report-about"
        label={t('form.about')}
        hint={t('form.aboutHint')}
        optional
        maxLength={MOST_ABOUT}
        value={about}
        onChange={({ target }) => {
          setAbout(target.value);
          changed();
        }}
      />
      <TextArea
        id="report-text"
        label={t('form.text')}
        hint={t('form.textHint')}
        rows={10}
        maxLength={MOST_TEXT}
        spellCheck={false}
        error={missing}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          changed();
        }}
      />
      <FilesField
        files={files}
        most={door.filesAtMost}
        onChange={(next) => {
          setFiles(next);
          changed();
        }}
      />
      {mayLeaveOut > 0 ? (
        <Checks
          id="report-leave-out"
          legend={t('form.leaveOut')}
          hint={t('form.leaveOutHint')}
          choices={door.recipients.map((reader) => ({
            value: reader.id,
            label: <Name of={reader} />,
            fixed: !leftOut.includes(reader.id) && leftOut.length >= mayLeaveOut,
          }))}
          values={leftOut}
          onChange={(next) => {
            setLeftOut(next);
            changed();
          }}
        />
      ) : (
        <p className="quiet">{t('form.leaveOutNobody')}</p>
      )}
      <p className="quiet">{t('form.sealed')}</p>
      <div>
        <Button type="submit" size="large" busy={send.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  );
}
