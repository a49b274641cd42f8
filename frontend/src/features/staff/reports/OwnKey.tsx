import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeReportRecipient, type ReportRecipients } from '@/api/generated';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Field, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import {
  fingerprint,
  keepKeys,
  type Keys,
  makeKeys,
  readBackup,
  restoreKeys,
  toBase64,
} from '@/lib/sealing';
import { useAccount } from '../shell/SignedInAs';
import styles from './Reports.module.css';

const SHORTEST = 12;

/** A key of one's own: made here, with a backup to put away. */
function MakeKey({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation('reports');
  const { account } = useAccount();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [attempt, setAttempt] = useState(0);
  const short = passphrase.length < SHORTEST;
  const make = useMutation({
    mutationFn: async () => {
      const { keys, backup } = await makeKeys(account, passphrase);
      save(
        new Blob([JSON.stringify(backup)], { type: 'application/json' }),
        `sunlit-report-key-${account}.json`,
      );
      await keepKeys(account, keys);
      await proposeReportRecipient({
        body: { publicKey: toBase64(keys.publicKey) },
        throwOnError: true,
      });
      setPassphrase('');
      setAgain('');
    },
    onSettled: onMade,
    gcTime: 0,
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (!short && passphrase === again && !make.isPending) make.mutate();
      }}
    >
      <h3>{t('key.make')}</h3>
      <p>{t('key.makeText')}</p>
      {make.error && <Problem problem={toProblem(make.error)} />}
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('key.passphrase')}
        hint={t('key.passphraseHint', { count: SHORTEST })}
        value={passphrase}
        error={attempt > 0 && short ? t('key.short', { count: SHORTEST }) : undefined}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <TextField
        type="password"
        autoComplete="new-password"
        label={t('key.again')}
        value={again}
        error={attempt > 0 && passphrase !== again ? t('key.different') : undefined}
        onChange={({ target }) => setAgain(target.value)}
      />
      <div>
        <Button type="submit" busy={make.isPending}>
          {t('key.makeNow')}
        </Button>
      </div>
    </form>
  );
}

/** A key taken back from its backup, on another machine say. */
function RestoreKey({
  wanted,
  onRestored,
}: {
  wanted: string | undefined;
  onRestored: () => void;
}) {
  const { t } = useTranslation('reports');
  const { account } = useAccount();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState<'none' | 'file' | 'passphrase' | 'another'>();
  const restore = useMutation({
    mutationFn: async () => {
      const backup = file && readBackup(await file.text());
      if (!backup) return setWrong(file ? 'file' : 'none');
      const keys = await restoreKeys(backup, passphrase).catch(() => undefined);
      if (!keys) return setWrong('passphrase');
      if (wanted && (await fingerprint(keys.publicKey)) !== wanted) return setWrong('another');
      await keepKeys(account, keys);
      setWrong(undefined);
      onRestored();
    },
    gcTime: 0,
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!restore.isPending) restore.mutate();
      }}
    >
      <h3>{t('key.restore')}</h3>
      <p>{t('key.restoreText')}</p>
      {site?.demo && (
        <p className={styles.note}>
          {t('key.demo')}{' '}
          <a href={`/demo/report-keys/${account}`} download={`${account}.json`}>
            {t('key.demoFile')}
          </a>
        </p>
      )}
      <Field
        label={t('key.file')}
        error={wrong && wrong !== 'passphrase' ? t(`key.wrong.${wrong}`) : undefined}
      >
        {(wiring) => (
          <input
            type="file"
            accept=".json,application/json"
            {...wiring}
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </Field>
      <TextField
        type="password"
        autoComplete="current-password"
        label={t('key.passphrase')}
        value={passphrase}
        error={wrong === 'passphrase' ? t('key.wrong.passphrase') : undefined}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <div>
        <Button type="submit" look="secondary" busy={restore.isPending}>
          {t('key.restoreNow')}
        </Button>
      </div>
    </form>
  );
}

/** What this browser can open, and how it comes to that. */
export function OwnKey({
  recipients,
  keys,
  onChanged,
}: {
  recipients: ReportRecipients;
  keys: Keys | null;
  onChanged: () => void;
}) {
  const { t } = useTranslation('reports');
  const mine = recipients.items.find(({ id }) => id === recipients.mine);
  const { data: own } = useQuery({
    queryKey: ['report-fingerprint', keys && toBase64(keys.publicKey)],
    queryFn: () => (keys ? fingerprint(keys.publicKey) : ''),
  });
  const matches = !!own && own === mine?.fingerprint;
  return (
    <>
      {own && (
        <p>
          {t('key.here')} <code className={styles.fingerprint}>{own}</code>
        </p>
      )}
      {matches && <p role="status">{t('key.good')}</p>}
      {recipients.pending && (
        <p role="status" className={styles.note}>
          {t('key.pending')} <code className={styles.fingerprint}>{recipients.pending}</code>
        </p>
      )}
      {!matches && !recipients.pending && (
        <>
          {own && mine && <p className={styles.note}>{t('key.other')}</p>}
          {mine && <RestoreKey wanted={mine.fingerprint} onRestored={onChanged} />}
          <MakeKey onMade={onChanged} />
        </>
      )}
    </>
  );
}
