import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnAgency, signAgentMandate } from '@/api/generated';
import { Button, Checks, Problem, TextField } from '@/components';
import { errorsByField, toProblem } from '@/lib/problem';
import styles from './Agents.module.css';
import { Letter } from './Letter';

/** Signs the letter as it stands here. */
export function SignForm({ agency, onDone }: { agency: OwnAgency; onDone: () => void }) {
  const { t } = useTranslation('agency');
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState<'yes'[]>([]);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      signAgentMandate({
        path: { id: agency.id },
        body: { name: name.trim(), agreed: 'yes' },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const missing = (given: boolean) => (tried && !given ? t('missing') : undefined);
  const problem = send.error && toProblem(send.error);
  return (
    <form
      noValidate
      className={styles.sign}
      aria-labelledby={`sign-${agency.id}`}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() && agreed.length > 0) send.mutate();
      }}
    >
      <h3 id={`sign-${agency.id}`}>{t('sign.title')}</h3>
      <p>{t('sign.lead')}</p>
      <Letter of={agency} />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <Checks
        legend={<span className="visually-hidden">{t('sign.consent')}</span>}
        error={missing(agreed.length > 0)}
        choices={[{ value: 'yes', label: t('sign.agree') }]}
        values={agreed}
        onChange={setAgreed}
      />
      <TextField
        label={t('sign.name')}
        hint={t('sign.nameHint')}
        width="medium"
        maxLength={100}
        autoComplete="off"
        error={missing(name.trim() !== '') ?? errorsByField(send.error).name}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('sign.send')}
        </Button>
      </div>
    </form>
  );
}
