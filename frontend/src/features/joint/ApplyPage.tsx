import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import {
  getJointThemeOptions,
  listJointReuseOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  applyJointly,
  applyJointlyAsMyself,
  type JointReceipt,
  type JointReuseMaterial,
  type JointTheme,
  type Profile,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { useApplicant } from '@/api/useApplicant';
import {
  Button,
  Choices,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { ContactFields, KnownLines } from '@/components/case';
import { OfferRow } from '@/components/reuse';
import { plainIdentityNumber, plainPhone } from '@/lib/person';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { chosenItems, faultsOf, type Filled, materialsFor } from './form';
import { Brought } from './Brought';
import type { GivenFile } from './FilesField';
import styles from './Joint.module.css';
import { Offers } from './Offers';
import { Questions } from './Parts';
import { Receipt } from './Receipt';
import { offersFor, references, takenOf } from './reuse';
import { type Promises, usePromises } from './usePromises';

const EMPTY: Filled = {
  answers: {},
  kind: undefined,
  name: '',
  identityNumber: '',
  phone: '',
  address: '',
  contactName: '',
  subject: '',
};

/** What everybody says, with an account or without. */
function commonOf(
  theme: JointTheme,
  filled: Filled,
  files: readonly GivenFile[],
  promises: Promises,
) {
  const keys = new Set(materialsFor(theme, filled.answers).map((material) => material.key));
  return {
    themeCode: theme.code,
    answers: filled.answers,
    ...(filled.subject.trim() && { subject: filled.subject.trim() }),
    materials: files
      .filter((file) => keys.has(file.key))
      .map(({ key, uploadId }) => ({ key, uploadId })),
    ...(promises.signed && { promises: promises.signed }),
  };
}

/** Who asks, as a guest says it. */
function applicantOf(filled: Filled) {
  return {
    kind: filled.kind ?? 'person',
    name: filled.name.trim(),
    phone: plainPhone(filled.phone),
    ...(filled.identityNumber.trim() && {
      identityNumber: plainIdentityNumber(filled.identityNumber),
    }),
    ...(filled.address.trim() && { address: filled.address.trim() }),
    ...(filled.kind === 'organisation' &&
      filled.contactName.trim() && { contactName: filled.contactName.trim() }),
  };
}

function Form({
  theme,
  profile,
  onDone,
}: {
  theme: JointTheme;
  /** Whose account it is; absent for a guest. */
  profile: Profile | undefined;
  onDone: (receipt: JointReceipt) => void;
}) {
  const { t } = useTranslation(['joint', 'casework', 'common']);
  const nameText = useNameText();
  const [filled, setFilled] = useState<Filled>(EMPTY);
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const change = (to: Partial<Filled>) => setFilled((before) => ({ ...before, ...to }));
  const organisation = filled.kind === 'organisation';
  const materials = materialsFor(theme, filled.answers);
  const items = chosenItems(theme, filled.answers);
  const codes = items.map((item) => item.itemCode);
  const { data: offers } = useQuery({
    ...listJointReuseOptions({ path: { code: theme.code } }),
    enabled: profile !== undefined,
    // Somebody's data: no longer in memory than it is looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const [chosen, setChosen] = useState<readonly JointReuseMaterial[]>([]);
  const offered = offersFor(offers, codes);
  const taken = takenOf(offered, chosen);
  const subject = offers?.fields.find(({ field }) => field === 'subject');
  const given = [...files, ...taken];
  const promises = usePromises(theme, codes, materials, given);
  const wrong = faultsOf(theme, filled, given, promises.word, promises.all, profile?.name);
  const send = useMutation({
    mutationFn: async () => {
      const common = commonOf(theme, filled, files, promises);
      const headers = { 'Idempotency-Key': key };
      if (!profile) {
        const body = { ...common, applicant: applicantOf(filled) };
        return (await applyJointly({ body, headers, throwOnError: true })).data;
      }
      const takenOver = references(taken);
      const body = { ...common, ...(takenOver && { takenOver }) };
      return (await applyJointlyAsMyself({ body, headers, throwOnError: true })).data;
    },
    onSuccess: onDone,
    // A refusal is an answer: what is sent next is something else.
    onError: () => setKey(newIdempotencyKey()),
  });

  const faults =
    attempt === 0
      ? []
      : wrong.map(({ field, text, material, question }) => ({
          field,
          text: material
            ? t('form.materialMissing', { name: nameText(material) })
            : question
              ? t('form.answerMissing')
              : t(`casework:faults.${text}`),
        }));
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const text = (name: 'name' | 'identityNumber' | 'phone' | 'address' | 'contactName') => ({
    id: `joint-${name}`,
    name,
    value: filled[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (wrong.length === 0) send.mutate();
      }}
    >
      <ErrorSummary
        errors={faults.map((fault) => ({ fieldId: `joint-${fault.field}`, text: fault.text }))}
        attempt={attempt}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Questions
        theme={theme}
        answers={filled.answers}
        items={items}
        errorOf={errorOf}
        onChange={(answers) => change({ answers })}
      />
      {(subject || offered.length > 0) && (
        <Offers
          id="joint-reuse"
          offered={offered}
          taken={chosen}
          onChange={setChosen}
          fieldsLeft={subject !== undefined && filled.subject !== subject.value}
          onAllFields={() => {
            if (subject && !filled.subject) change({ subject: subject.value });
          }}
        >
          {subject && (
            <OfferRow
              name={t('casework:apply.subject')}
              what={subject.value}
              source={subject.source}
              taken={filled.subject === subject.value}
              onTake={() => change({ subject: subject.value })}
              onLeave={() => change({ subject: '' })}
            />
          )}
        </Offers>
      )}
      <h2>{t('form.applicant')}</h2>
      {profile ? (
        <KnownLines profile={profile} />
      ) : (
        <>
          <Choices
            id="joint-kind"
            name="kind"
            legend={t('casework:apply.kind')}
            error={errorOf('kind')}
            value={filled.kind}
            onChange={(kind) => change({ kind })}
            choices={[
              { value: 'person', label: t('casework:apply.person') },
              { value: 'organisation', label: t('casework:apply.organisation') },
            ]}
          />
          <TextField
            {...text('name')}
            label={t(organisation ? 'casework:apply.organisationName' : 'casework:apply.name')}
            autoComplete={organisation ? 'organization' : 'name'}
            maxLength={100}
            required
          />
          <TextField
            {...text('identityNumber')}
            label={t(organisation ? 'casework:apply.creditCode' : 'casework:apply.identityNumber')}
            optional
            autoComplete="off"
            maxLength={30}
            width="medium"
          />
          <ContactFields organisation={organisation} text={text} />
        </>
      )}
      <TextArea
        id="joint-subject"
        name="subject"
        label={t('casework:apply.subject')}
        optional
        maxLength={500}
        value={filled.subject}
        onChange={(event) => change({ subject: event.target.value })}
      />
      <Brought
        theme={theme}
        items={items}
        materials={materials}
        files={files}
        promises={promises}
        taken={taken}
        errorOf={errorOf}
        onChange={setFiles}
      />
      <Button type="submit" size="large" busy={send.isPending}>
        {send.isPending ? t('casework:review.sending') : t('form.send')}
      </Button>
    </form>
  );
}

/** One form for everything a theme takes. */
export function ApplyPage() {
  const { t } = useTranslation(['joint', 'common']);
  const { code = '' } = useParams<{ code: string }>();
  const [receipt, setReceipt] = useState<JointReceipt>();
  const theme = useQuery({ ...getJointThemeOptions({ path: { code } }), staleTime: 60_000 });
  const applicant = useApplicant();
  usePageTitle(t(receipt ? 'receipt.title' : 'form.title'), t('common:site.name'));
  if (receipt) return <Receipt receipt={receipt} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('form.title')}</h1>
      {(theme.isPending || applicant.status === 'waiting') && <Loading lines={10} />}
      {theme.error && (
        <Problem problem={toProblem(theme.error)} onRetry={() => void theme.refetch()} />
      )}
      {theme.data && applicant.status !== 'waiting' && (
        <>
          <p className="lead">
            <Name of={theme.data} />
          </p>
          <Form
            key={code + applicant.status}
            theme={theme.data}
            profile={applicant.status === 'known' ? applicant.profile : undefined}
            onDone={setReceipt}
          />
        </>
      )}
    </div>
  );
}
