import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lookUpCredit } from '@/api/generated';
import { listCreditRestrictionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Choices, Problem, SelectField, TextField, useNameText } from '@/components';
import { CreditEntries } from '@/components/promise';
import styles from '@/components/promise/Promise.module.css';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';

/** Whether somebody, by their whole number, is restricted now; that it was asked is kept. */
export function Lookup() {
  const { t } = useTranslation('promise');
  const language = useLanguage();
  const nameText = useNameText();
  const fields = useQuery({ ...listCreditRestrictionsOptions(), staleTime: 300_000 });
  const [kind, setKind] = useState<'person' | 'organisation'>('organisation');
  const [number, setNumber] = useState('');
  const [field, setField] = useState('procurement');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: async () =>
      (
        await lookUpCredit({
          body: { kind, identityNumber: number.trim(), field, reason: reason.trim() },
          throwOnError: true,
        })
      ).data,
  });
  const restriction = ask.data?.restriction;
  const needNumber = tried && number.trim().length < 18 ? t('staff.needNumber') : undefined;
  const needReason = tried && reason.trim().length < 4 ? t('staff.needReason') : undefined;
  return (
    <section className={styles.lookup} aria-labelledby="credit-lookup">
      <h2 id="credit-lookup">{t('staff.lookup')}</h2>
      <p className="quiet">{t('staff.lookupLead')}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (number.trim().length >= 18 && reason.trim().length >= 4) ask.mutate();
        }}
      >
        <Choices
          id="lookup-kind"
          name="lookup-kind"
          legend={t('staff.kind')}
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'organisation', label: t('staff.organisation') },
            { value: 'person', label: t('staff.person') },
          ]}
        />
        <TextField
          id="lookup-number"
          label={t('staff.number')}
          autoComplete="off"
          maxLength={30}
          width="medium"
          value={number}
          error={needNumber}
          onChange={({ target }) => setNumber(target.value)}
        />
        <SelectField
          label={t('staff.field')}
          width="medium"
          value={field}
          onChange={({ target }) => setField(target.value)}
        >
          {fields.data?.map((one) => (
            <option key={one.code} value={one.code}>
              {nameText(one)}
            </option>
          ))}
        </SelectField>
        <TextField
          id="lookup-reason"
          label={t('staff.why2')}
          maxLength={500}
          value={reason}
          error={needReason}
          onChange={({ target }) => setReason(target.value)}
        />
        {ask.error && <Problem problem={toProblem(ask.error)} />}
        <Button type="submit" busy={ask.isPending}>
          {t('staff.ask')}
        </Button>
      </form>
      <div role="status">
        {ask.data && (
          <p>
            {restriction
              ? t('staff.restricted', {
                  covers: language === 'en' ? restriction.coversEn : restriction.covers,
                })
              : t('staff.clear')}
          </p>
        )}
      </div>
      {ask.data && ask.data.entries.length > 0 && <CreditEntries entries={ask.data.entries} />}
    </section>
  );
}
