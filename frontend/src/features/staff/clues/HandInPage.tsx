import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type ClueDraft, type ClueReceipt, handInClue } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../matters/Matters.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CHANNELS, cluePath, SOURCES } from './words';

const EMPTY = {
  channel: 'letter',
  receivedOn: '',
  title: '',
  text: '',
  department: '',
  person: '',
  post: '',
  bringer: '',
  phone: '',
};

type Typed = typeof EMPTY;

const NEEDED = ['receivedOn', 'title', 'text', 'department'] as const;

/** Chosen in words where it is about the office itself: nobody here may handle that. */
const OFFICE = 'office itself';

/** What stands in the address when one comes from a card, a complaint or the like. */
function useSource(): ClueDraft['source'] {
  const [query] = useSearchParams();
  const kind = SOURCES.find((each) => each === query.get('kind'));
  const reference = query.get('reference');
  return kind && reference ? { kind, reference } : undefined;
}

function useStart(): Typed {
  const [query] = useSearchParams();
  return {
    ...EMPTY,
    channel: CHANNELS.find((each) => each === query.get('channel')) ?? 'letter',
    department: query.get('department') ?? '',
  };
}

function body(typed: Typed, source: ClueDraft['source']): ClueDraft {
  const filled = Object.entries(typed)
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value && value !== OFFICE);
  return { ...(Object.fromEntries(filled) as ClueDraft), ...(source && { source }) };
}

function Done({ of, onAgain }: { of: ClueReceipt; onAgain: () => void }) {
  const { t } = useTranslation('clues');
  const account = useAccount();
  return (
    <div role="status">
      <p>{t('enter.done', { number: of.number })}</p>
      <p className="quiet">{t('enter.noMore')}</p>
      <div className={styles.ways}>
        {mayAny(account, ['clues.handle']) && (
          <Link href={cluePath(of.number)}>{t('enter.open')}</Link>
        )}
        <Button look="quiet" onClick={onAgain}>
          {t('enter.again')}
        </Button>
      </div>
    </div>
  );
}

/** Handing a clue to the discipline office, from a letter, a visit, a call, or another room. */
export function HandInPage() {
  const { t } = useTranslation(['clues', 'clue', 'common']);
  const nameOf = useNameText();
  const source = useSource();
  const start = useStart();
  const [typed, setTyped] = useState(start);
  const [attempt, setAttempt] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const [receipt, setReceipt] = useState<ClueReceipt>();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  usePageTitle(t('enter.title'), t('common:site.name'));
  const send = useMutation({
    mutationFn: () =>
      handInClue({
        body: body(typed, source),
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => setReceipt(data),
    onError: () => setKey(newIdempotencyKey()),
  });
  const missing = NEEDED.filter((each) => !typed[each].trim());
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const label = (name: keyof Typed) => t(`field.${name}`);
  const field = (name: keyof Typed) => ({
    id: `clue-${name}`,
    label: label(name),
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('enter.title')}</h1>
      {receipt ? (
        <Done
          of={receipt}
          onAgain={() => {
            setReceipt(undefined);
            setTyped(start);
            setAttempt(0);
            setKey(newIdempotencyKey());
          }}
        />
      ) : (
        <>
          <p className="lead">{t('enter.lead')}</p>
          {source && (
            <p>
              {t('enter.from', {
                what: t(`clue:source.${source.kind}`),
                reference: source.reference,
              })}
            </p>
          )}
          <form
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setAttempt(attempt + 1);
              if (missing.length === 0) send.mutate();
            }}
          >
            <ErrorSummary
              attempt={attempt}
              errors={Object.entries(errors).map(([name, text]) => ({
                fieldId: `clue-${name}`,
                text: t('common:form.errorIn', { field: label(name as keyof Typed), text }),
              }))}
            />
            {problem && !problem.errors?.length && <Problem problem={problem} />}
            <SelectField {...field('channel')}>
              {CHANNELS.map((each) => (
                <option key={each} value={each}>
                  {t(`clue:channel.${each}`)}
                </option>
              ))}
            </SelectField>
            <TextField type="date" width="medium" {...field('receivedOn')} />
            <TextField maxLength={100} hint={t('enter.titleHint')} {...field('title')} />
            <TextArea rows={6} maxLength={5000} hint={t('enter.textHint')} {...field('text')} />
            <SelectField hint={t('enter.departmentHint')} {...field('department')}>
              <option value="">{t('dialog.choose')}</option>
              <option value={OFFICE}>{t('page.office')}</option>
              {departments.data?.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameOf(each)}
                </option>
              ))}
            </SelectField>
            <TextField maxLength={60} hint={t('enter.personHint')} {...field('person')} />
            <TextField maxLength={100} {...field('post')} />
            <TextField maxLength={60} hint={t('enter.bringerHint')} {...field('bringer')} />
            <TextField type="tel" width="medium" maxLength={30} {...field('phone')} />
            <div>
              <Button type="submit" size="large" busy={send.isPending}>
                {t('enter.send')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
