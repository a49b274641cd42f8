import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForSubscription, type SubscriptionChoice } from '@/api/generated';
import { Button, DateTime, ErrorSummary, Problem, TextField } from '@/components';
import { useLanguage } from '@/i18n';
import { errorsByField, toProblem } from '@/lib/problem';
import { SubscriptionFields } from './SubscriptionFields';
import styles from './Disclosure.module.css';

/** Asks for a subscription; whoever has the address confirms it. */
export function NewSubscription() {
  const { t } = useTranslation('subscription');
  const language = useLanguage();
  const [email, setEmail] = useState('');
  const [choice, setChoice] = useState<SubscriptionChoice>({ publications: true, bulletin: false });
  const [attempt, setAttempt] = useState(0);
  const ask = useMutation({
    mutationFn: () =>
      askForSubscription({
        body: { email: email.trim(), language: language === 'en' ? 'en' : 'zh', choice },
        throwOnError: true,
      }),
  });
  const errors = errorsByField(ask.error);
  const wrong = Object.entries(errors);
  if (ask.data) {
    return (
      <div role="status">
        <h2>{t('asked.title')}</h2>
        <p className="lead">{t('asked.text')}</p>
        <p>
          {t('asked.until')} <DateTime value={ask.data.data.expiresAt} />
        </p>
      </div>
    );
  }
  return (
    <>
      <p className="lead">{t('lead')}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt(attempt + 1);
          ask.mutate();
        }}
      >
        <ErrorSummary
          attempt={attempt}
          errors={wrong.map(([field, text]) => ({
            fieldId: `subscription-${field.replace(/^choice\./, '')}`,
            text: field === 'email' ? t('wrong', { field: t('email'), text }) : text,
          }))}
        />
        {ask.error && wrong.length === 0 && <Problem problem={toProblem(ask.error)} />}
        <TextField
          id="subscription-email"
          type="email"
          autoComplete="email"
          label={t('email')}
          hint={t('emailHint')}
          error={errors.email}
          maxLength={254}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <SubscriptionFields choice={choice} errors={errors} onChange={setChoice} />
        <div>
          <Button type="submit" size="large" busy={ask.isPending}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </>
  );
}
