import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { applyForClient, type PowerItem } from '@/api/generated';
import { getPowerItemOptions, listRegionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Button, Problem, SelectField, TextArea, TextField, useNameText } from '@/components';
import { errorsByField, toProblem } from '@/lib/problem';
import styles from './Agents.module.css';
import { MaterialFields } from './MaterialFields';

const LOCAL = new Set(['county', 'township']);

/** What an item asks for, sent in the client's name: who it is for the city knows from their account. */
function ItemForm({
  id,
  item,
  onDone,
}: {
  id: string;
  item: PowerItem;
  onDone: (caseNumber: string) => void;
}) {
  const { t } = useTranslation('agency');
  const nameText = useNameText();
  const { data: regions } = useQuery({ ...listRegionsOptions(), staleTime: 300_000 });
  const [region, setRegion] = useState('');
  const [subject, setSubject] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const given = useGivenFiles();
  const { files, uploads } = given;
  const send = useMutation({
    mutationFn: () =>
      applyForClient({
        path: { id },
        headers: { 'Idempotency-Key': key },
        body: {
          itemCode: item.code,
          ...(region && { regionCode: region }),
          ...(subject.trim() && { subject: subject.trim() }),
          materials: files.map(({ code, uploadId }) => ({ code, uploadId })),
        },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onDone(data.caseNumber),
    onError: () => setKey(newIdempotencyKey()),
  });
  const errors = errorsByField(send.error);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setWaiting(uploads.busy);
        if (!uploads.busy) send.mutate();
      }}
    >
      <h3>{nameText(item)}</h3>
      {send.error && <Problem problem={toProblem(send.error)} />}
      <SelectField
        label={t('apply.region')}
        optional
        error={errors.regionCode}
        value={region}
        onChange={({ target }) => setRegion(target.value)}
      >
        <option value="">{t('choose')}</option>
        {(regions ?? [])
          .filter((each) => LOCAL.has(each.level))
          .map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
      </SelectField>
      <TextArea
        label={t('apply.subject')}
        optional
        rows={2}
        maxLength={500}
        error={errors.subject}
        value={subject}
        onChange={({ target }) => setSubject(target.value)}
      />
      {item.materials.length > 0 && (
        <MaterialFields id="apply" materials={item.materials} given={given} />
      )}
      {waiting && uploads.busy && <p role="alert">{t('apply.uploading')}</p>}
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('apply.send')}
        </Button>
      </div>
    </form>
  );
}

/** Applies for a client: the item by its code, then what it asks for. */
export function ApplyFor({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('agency');
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [filed, setFiled] = useState<string>();
  const item = useQuery({ ...getPowerItemOptions({ path: { code } }), enabled: code !== '' });
  return (
    <div className={styles.form}>
      <p role="status">
        {filed && (
          <>
            {t('apply.done')} <Link href={`/staff/agent/${id}/cases/${filed}`}>{filed}</Link>
          </>
        )}
      </p>
      <form
        role="search"
        aria-label={t('apply.find')}
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          setFiled(undefined);
          setCode(typed.trim().toUpperCase());
        }}
      >
        <TextField
          label={t('apply.code')}
          width="medium"
          maxLength={100}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="secondary">
          {t('apply.find')}
        </Button>
      </form>
      {item.error && <Problem problem={toProblem(item.error)} />}
      {code && item.data && (
        <ItemForm
          key={item.data.code}
          id={id}
          item={item.data}
          onDone={(caseNumber) => {
            setFiled(caseNumber);
            setCode('');
            setTyped('');
            onDone();
          }}
        />
      )}
    </div>
  );
}
