import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { listProjectPathsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { type ProjectPath, type ProjectReceipt, registerProject } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  TextArea,
  TextField,
} from '@/components';
import { ContactFields, GivenKeys } from '@/components/case';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { bodyOf, EMPTY, faultsOf, type Filled } from './form';
import styles from './Project.module.css';

function Receipt({ receipt }: { receipt: ProjectReceipt }) {
  const { t } = useTranslation('project');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={`wrap ${styles.page}`}>
      <h1 ref={heading} tabIndex={-1}>
        {t('receipt.title')}
      </h1>
      <p className="lead" lang="zh-CN">
        {receipt.name}
      </p>
      <GivenKeys
        label={t('project.code')}
        number={receipt.projectCode}
        code={receipt.trackingCode}
        once={t('receipt.once')}
      />
      <p className="no-print">
        <ButtonLink href={receipt.trackingUrl}>{t('receipt.open')}</ButtonLink>
      </p>
    </div>
  );
}

function Form({ path, onDone }: { path: ProjectPath; onDone: (receipt: ProjectReceipt) => void }) {
  const { t } = useTranslation(['project', 'casework']);
  const [filled, setFilled] = useState<Filled>(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: async () =>
      (
        await registerProject({
          body: bodyOf(path.code, filled),
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    // A refusal is an answer: what is sent next is something else.
    onError: () => setKey(newIdempotencyKey()),
  });
  const faults =
    attempt === 0
      ? []
      : faultsOf(filled).map(({ field, text }) => ({ field, text: t(`fault.${text}`) }));
  const text = (field: keyof Filled) => ({
    id: `project-${field}`,
    name: field,
    value: filled[field],
    error: faults.find((fault) => fault.field === field)?.text,
    onChange: (event: { target: { value: string } }) =>
      setFilled((before) => ({ ...before, [field]: event.target.value })),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (faultsOf(filled).length === 0) send.mutate();
      }}
    >
      <ErrorSummary
        errors={faults.map((fault) => ({ fieldId: `project-${fault.field}`, text: fault.text }))}
        attempt={attempt}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <h2>{t('register.project')}</h2>
      <TextField
        {...text('name')}
        label={t('project.name')}
        hint={t('register.nameHint')}
        autoComplete="off"
        maxLength={100}
        required
      />
      <TextField
        {...text('site')}
        label={t('project.site')}
        autoComplete="off"
        maxLength={100}
        required
      />
      <TextArea {...text('scale')} label={t('project.scale')} rows={3} maxLength={200} required />
      <TextField
        {...text('investment')}
        label={t('register.investment')}
        optional
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        width="medium"
      />
      <h2>{t('register.applicant')}</h2>
      <p>{t('register.once')}</p>
      <TextField
        {...text('applicantName')}
        label={t('casework:apply.organisationName')}
        autoComplete="organization"
        maxLength={100}
        required
      />
      <TextField
        {...text('creditCode')}
        label={t('casework:apply.creditCode')}
        autoComplete="off"
        maxLength={30}
        width="medium"
        required
      />
      <ContactFields organisation text={text} />
      <Button type="submit" size="large" busy={send.isPending}>
        {send.isPending ? t('casework:review.sending') : t('register.send')}
      </Button>
    </form>
  );
}

/** A project is registered once; every phase takes over what is said here. */
export function RegisterPage() {
  const { t } = useTranslation(['project', 'common']);
  const [parameters] = useSearchParams();
  const [receipt, setReceipt] = useState<ProjectReceipt>();
  const paths = useQuery({ ...listProjectPathsOptions(), staleTime: 60_000 });
  const path =
    paths.data?.find((one) => one.code === parameters.get('path')) ??
    (paths.data?.length === 1 ? paths.data[0] : undefined);
  usePageTitle(t(receipt ? 'receipt.title' : 'register.title'), t('common:site.name'));
  if (receipt) return <Receipt receipt={receipt} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('register.title')}</h1>
      {paths.isPending && <Loading lines={10} />}
      {paths.error && (
        <Problem problem={toProblem(paths.error)} onRetry={() => void paths.refetch()} />
      )}
      {paths.data && !path && <a href="/projects">{t('register.choose')}</a>}
      {path && (
        <>
          <p className="lead">
            <Name of={path} />
          </p>
          <Form path={path} onDone={setReceipt} />
        </>
      )}
    </div>
  );
}
