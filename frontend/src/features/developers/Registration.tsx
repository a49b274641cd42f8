import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerClient, type ClientScope } from '@/api/generated';
import {
  Button,
  Checks,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  TextArea,
  TextField,
} from '@/components';
import { newIdempotencyKey } from '@/api/setup';
import { toProblem } from '@/lib/problem';
import styles from './ApplicationsPage.module.css';

const SCOPES: readonly ClientScope[] = ['publicRead', 'tracking', 'applying'];
const FIELDS = ['name', 'purpose', 'contactName', 'contact'] as const;
type FieldName = (typeof FIELDS)[number];

/** Registers a third-party application. */
export function Registration({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation(['developers', 'common']);
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState<Record<FieldName, string>>({
    name: '',
    purpose: '',
    contactName: '',
    contact: '',
  });
  const [scopes, setScopes] = useState<readonly ClientScope[]>(['publicRead']);
  const [attempt, setAttempt] = useState(0);
  const missing = FIELDS.filter((field) => values[field].trim() === '');
  const errors = attempt > 0 ? missing : [];
  const send = useMutation({
    mutationFn: () =>
      registerClient({
        headers: { 'Idempotency-Key': key },
        body: { ...values, scopes: [...scopes] },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const field = (name: FieldName) => ({
    id: `client-${name}`,
    label: t(`register.${name}`),
    hint: t(`register.${name}Hint`),
    error: errors.includes(name) ? t('register.required') : undefined,
    value: values[name],
    onChange: (event: { target: { value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  });
  return (
    <Dialog
      title={t('register.title')}
      onClose={onClose}
      locked={send.isPending}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (missing.length === 0 && scopes.length > 0) send.mutate();
      }}
    >
      <ErrorSummary
        errors={errors.map((name) => ({
          fieldId: `client-${name}`,
          text: `${t(`register.${name}`)}: ${t('register.required')}`,
        }))}
        attempt={attempt}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <div className={styles.form}>
        <TextField {...field('name')} maxLength={80} />
        <TextArea {...field('purpose')} maxLength={1000} rows={3} />
        <TextField {...field('contactName')} maxLength={80} autoComplete="name" />
        <TextField {...field('contact')} maxLength={120} autoComplete="email" />
        <Checks
          legend={t('register.scopes')}
          choices={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          values={scopes}
          onChange={setScopes}
        />
      </div>
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('register.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
