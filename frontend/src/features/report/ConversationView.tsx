import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DateTime, Problem, TextArea } from '@/components';
import { Conversation, ReportStateTag } from '@/components/report';
import { toProblem } from '@/lib/problem';
import type { Prepared } from '@/lib/sealing';
import { FilesField } from './FilesField';
import styles from './Report.module.css';
import type { Opened } from './sending';

const MOST_TEXT = 15_000;

/** What was said so far, and room for more. */
export function ConversationView({
  opened,
  onChanged,
  onLeave,
}: {
  opened: Opened;
  onChanged: (opened: Opened) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('report');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Prepared[]>([]);
  const write = useMutation({
    mutationFn: async () => {
      onChanged(await opened.write({ text: text.trim() }, files));
      setText('');
      setFiles([]);
    },
    gcTime: 0,
  });
  return (
    <>
      <p className={styles.state} role="status">
        <ReportStateTag state={opened.state} /> {t(`stateText.${opened.state}`)}
      </p>
      {opened.destroyedOn && opened.state === 'closed' && (
        <p>
          {t('answer.destroyed')} <DateTime value={opened.destroyedOn} as="date" />
        </p>
      )}
      <Conversation said={opened.said} mine="reporter" />
      <section aria-labelledby="report-more" className={styles.part}>
        <h2 id="report-more">{t('answer.more')}</h2>
        <form
          noValidate
          autoComplete="off"
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() && !write.isPending) write.mutate();
          }}
        >
          {write.error && <Problem problem={toProblem(write.error)} />}
          <TextArea
            id="report-more-text"
            label={t('answer.text')}
            rows={5}
            maxLength={MOST_TEXT}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <FilesField files={files} most={opened.filesAtMost} onChange={setFiles} />
          <div className={styles.ways}>
            <Button type="submit" busy={write.isPending} disabled={!text.trim()}>
              {t('answer.send')}
            </Button>
            <Button look="secondary" onClick={onLeave}>
              {t('answer.leave')}
            </Button>
          </div>
        </form>
      </section>
    </>
  );
}
