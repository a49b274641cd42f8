import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForAgent } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Checks, Problem, TextArea, TextField } from '@/components';
import { type AgentTaskName, TASKS } from '@/components/agency';
import { errorsByField, toProblem } from '@/lib/problem';
import styles from './Agents.module.css';

/** Asks for an agent: for what, which tasks, until when. The letter says just that afterwards. */
export function AskForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('agency');
  const [purpose, setPurpose] = useState('');
  const [tasks, setTasks] = useState<AgentTaskName[]>([...TASKS]);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      askForAgent({
        headers: { 'Idempotency-Key': key },
        body: { purpose: purpose.trim(), tasks, until },
        throwOnError: true,
      }),
    onSuccess: () => {
      setPurpose('');
      setUntil('');
      setTried(false);
      setKey(newIdempotencyKey());
      onDone();
    },
    onError: () => setKey(newIdempotencyKey()),
  });
  const errors = errorsByField(send.error);
  const missing = (given: boolean) => (tried && !given ? t('missing') : undefined);
  const problem = send.error && toProblem(send.error);
  return (
    <form
      noValidate
      className={styles.form}
      aria-labelledby="ask-for-agent"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (purpose.trim() && tasks.length > 0 && until) send.mutate();
      }}
    >
      <h2 id="ask-for-agent">{t('ask.title')}</h2>
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <TextArea
        label={t('purpose')}
        hint={t('ask.hint')}
        rows={3}
        maxLength={300}
        error={missing(purpose.trim() !== '') ?? errors.purpose}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <Checks
        legend={t('ask.tasks')}
        error={missing(tasks.length > 0)}
        choices={TASKS.map((task) => ({ value: task, label: t(`task.${task}`) }))}
        values={tasks}
        onChange={setTasks}
      />
      <TextField
        label={t('ask.until')}
        hint={t('ask.untilHint')}
        type="date"
        width="short"
        error={missing(until !== '') ?? errors.until}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('ask.send')}
        </Button>
      </div>
    </form>
  );
}
