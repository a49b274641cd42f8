import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verifyDocument, type VerifiedDocument } from '@/api/generated';
import { Bilingual, Button, ErrorSummary, Problem, TextField } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './VerifyPage.module.css';

interface Typed {
  number: string;
  code: string;
}

function fromFragment(): Typed {
  const parameters = new URLSearchParams(window.location.hash.slice(1));
  const read = (key: string, most: number) => (parameters.get(key) ?? '').trim().slice(0, most);
  return { number: read('number', 60), code: read('code', 40) };
}

function Verdict({ verified }: { verified: VerifiedDocument }) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className={styles.verdict}
      data-genuine={verified.genuine}
      role="status"
    >
      <h2>{verified.genuine ? t('verify.genuine') : t('verify.notGenuine')}</h2>
      {verified.withdrawnBy && verified.withdrawnOn && (
        <p>
          {t('verify.withdrawn', {
            number: verified.withdrawnBy,
            on: formatDate(verified.withdrawnOn, language, 'date'),
          })}
        </p>
      )}
      {verified.genuine ? (
        <dl>
          <div>
            <dt>{t('verify.number')}</dt>
            <dd lang="zh-CN">{verified.number}</dd>
          </div>
          <div>
            <dt>{t('verify.kind')}</dt>
            <dd>
              <Bilingual chinese={verified.title ?? ''} english={verified.titleEn} />
            </dd>
          </div>
          <div>
            <dt>{t('verify.issuedOn')}</dt>
            <dd>{verified.issuedOn && formatDate(verified.issuedOn, language, 'date')}</dd>
          </div>
          <div>
            <dt>{t('verify.unit')}</dt>
            <dd>
              <Bilingual chinese={verified.unit ?? ''} english={verified.unitEn} />
            </dd>
          </div>
        </dl>
      ) : (
        <p>{t('verify.notGenuineText')}</p>
      )}
    </div>
  );
}

/** Whether a document is genuine, by what is printed on it. */
export function VerifyPage() {
  const { t } = useTranslation(['documents', 'common']);
  usePageTitle(t('verify.title'), t('common:site.name'));
  const [typed, setTyped] = useState(fromFragment);
  const [attempt, setAttempt] = useState(0);
  const [empty, setEmpty] = useState<Partial<Typed>>({});
  const check = useMutation({
    mutationFn: async ({ number, code }: Typed) =>
      (await verifyDocument({ body: { number, checkCode: code }, throwOnError: true })).data,
  });
  const { mutate } = check;
  useEffect(() => {
    const scanned = fromFragment();
    if (scanned.number && scanned.code) mutate(scanned);
  }, [mutate]);
  const errors = [
    ...(empty.number ? [{ fieldId: 'verify-number', text: empty.number }] : []),
    ...(empty.code ? [{ fieldId: 'verify-code', text: empty.code }] : []),
  ];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('verify.title')}</h1>
      <p className="lead">{t('verify.lead')}</p>
      {check.data && <Verdict key={check.submittedAt} verified={check.data} />}
      {check.error && <Problem problem={toProblem(check.error)} />}
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = { number: typed.number.trim(), code: typed.code.trim() };
          setEmpty({
            ...(wanted.number ? {} : { number: t('verify.numberMissing') }),
            ...(wanted.code ? {} : { code: t('verify.codeMissing') }),
          });
          setAttempt(attempt + 1);
          if (wanted.number && wanted.code) mutate(wanted);
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        <TextField
          id="verify-number"
          label={t('verify.number')}
          hint={t('verify.numberHint')}
          value={typed.number}
          error={empty.number}
          onChange={(event) => setTyped({ ...typed, number: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          width="medium"
        />
        <TextField
          id="verify-code"
          label={t('verify.code')}
          hint={t('verify.codeHint')}
          value={typed.code}
          error={empty.code}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          width="medium"
        />
        <Button type="submit" size="large" busy={check.isPending}>
          {check.isPending ? t('verify.checking') : t('verify.check')}
        </Button>
      </form>
    </div>
  );
}
