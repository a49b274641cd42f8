import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { listRegionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItem, Profile } from '@/api/generated';
import { Button, ErrorSummary, Limit, Name, type SummaryError, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { usualChoice } from '@/lib/noticeChoice';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { keepReceipt } from '../receipt/kept';
import { useUploads } from '@/api/useUploads';
import { ApplicantFields, SubjectField } from './ApplicantFields';
import styles from './ApplyPage.module.css';
import { CollectField, useCollectPlaces } from './CollectField';
import { type Fault, faultsOf, fieldId, fieldOfPointer, valueOf } from './checks';
import type { Draft } from './draft';
import { GuestOrAccount, KnownApplicant } from './KnownApplicant';
import { MaterialsField } from './MaterialsField';
import { NoticesField } from './NoticesField';
import { PromiseField } from './PromiseField';
import { RegionField } from './RegionField';
import { ReuseSection } from './ReuseSection';
import { Review } from './Review';
import { useDraft } from './useDraft';
import { useSubmit } from './useSubmit';

/** An error at a field, or at none when the server found something about the whole. */
interface FieldFault {
  field: string | undefined;
  text: string;
  /** What the field held when the server refused it; none when the page itself found it. */
  refused?: string;
}

function useFaultText(): (fault: Fault) => string {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  return (fault) =>
    t(`faults.${fault.text}`, { name: fault.material ? nameText(fault.material) : '' });
}

/** What the account has, as the review shows it. */
function known(profile: Profile): Partial<Draft> {
  return {
    kind: profile.kind,
    name: profile.name,
    identityNumber: profile.identityNumberMasked ?? '',
    phone: profile.phone,
    address: profile.address ?? '',
    contactName: profile.contactName ?? '',
  };
}

export function ApplyForm({
  item,
  needsTownship,
  profile,
}: {
  item: PowerItem;
  needsTownship: boolean;
  /** Whose account it is that applies; absent for a guest. */
  profile?: Profile | undefined;
}) {
  const { t } = useTranslation(['casework', 'common']);
  const nameText = useNameText();
  const language = useLanguage();
  const faultText = useFaultText();
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const handle = useDraft(item.code);
  const { draft } = handle;
  const uploads = useUploads(handle.addFile);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const goTo = useRef<string | undefined>(undefined);
  const top = useRef<HTMLDivElement>(null);

  const only = item.serviceFor === 'person' || item.serviceFor === 'organisation';
  const kind =
    profile?.kind ?? (only ? (item.serviceFor as 'person' | 'organisation') : draft.kind);
  useEffect(() => {
    if (kind !== draft.kind) handle.change({ kind });
    // What was taken over with an account isn't a guest's.
    if (!profile && draft.takenOver) handle.change({ takenOver: undefined });
  });

  const held = (field: string | undefined) =>
    field === undefined ? JSON.stringify(draft) : JSON.stringify(valueOf(draft, field));
  const checked = faultsOf(
    profile ? { ...draft, ...known(profile), kind } : { ...draft, kind },
    item.materials,
    needsTownship,
    profile !== undefined,
    item,
  );
  const reviewing = parameters.get('step') === 'review' && checked.length === 0 && !uploads.busy;
  const { data: regions } = useQuery({
    ...listRegionsOptions(),
    enabled: needsTownship && reviewing,
    staleTime: 300_000,
  });
  const collectPlaces = useCollectPlaces(item);
  const collect = collectPlaces.find((each) => each.place.code === draft.collectAt);
  const region = regions?.find((each) => each.code === draft.regionCode);

  const submit = useSubmit(
    handle,
    item.materials,
    profile !== undefined,
    ({ receipt, earlier }) => {
      handle.drop();
      navigate('/receipt', { replace: true, state: keepReceipt(receipt, earlier) });
    },
  );

  function showStep(step: 'form' | 'review') {
    setParameters(step === 'review' ? { step } : {});
    if (step === 'review') window.scrollTo(0, 0);
  }

  // After a change of step the focus goes to the field asked for, or to the top of the page.
  useEffect(() => {
    const field = goTo.current;
    goTo.current = undefined;
    if (field) {
      const element = document.getElementById(field);
      element?.scrollIntoView({ block: 'center' });
      element?.focus();
    } else if (reviewing) top.current?.focus();
  }, [reviewing]);

  function onNext() {
    // Whoever reads English here is written to in English, unless they chose.
    if (!profile && !draft.notices && language === 'en') {
      handle.change({ notices: usualChoice(language) });
    }
    setAttempt(attempt + 1);
    const found: FieldFault[] = checked.map((fault) => ({
      field: fault.field,
      text: faultText(fault),
    }));
    if (uploads.busy) found.push({ field: 'materials', text: t('faults.uploading') });
    setFaults(found);
    if (found.length === 0) showStep('review');
  }

  /** What the server found wrong belongs to the form; what it couldn't do is shown where it was asked. */
  async function onSend() {
    try {
      await submit.mutateAsync();
    } catch (error) {
      const problem = toProblem(error);
      if (!problem.errors?.length) return;
      const sent = Object.entries(draft.files).flatMap(([code, files]) =>
        files.map(() => ({ code })),
      );
      const taken = Object.values(draft.takenOver ?? {});
      setFaults(
        problem.errors.map((each) => ({
          field: fieldOfPointer(each.pointer, sent, taken),
          text: each.detail,
          refused: held(fieldOfPointer(each.pointer, sent, taken)),
        })),
      );
      setAttempt(attempt + 1);
      submit.reset();
      showStep('form');
    }
  }

  // What has been mended since is no longer said.
  const standing = faults.filter((fault) =>
    fault.refused === undefined
      ? fault.field === 'materials' || checked.some((each) => each.field === fault.field)
      : fault.refused === held(fault.field),
  );
  const errorOf = (field: string) => standing.find((fault) => fault.field === field)?.text;
  const summary: SummaryError[] = standing.map((fault) => ({
    fieldId: fault.field && fieldId(fault.field),
    text: fault.text,
  }));
  const title = t(reviewing ? 'review.title' : 'apply.title');
  usePageTitle(
    `${standing.length > 0 ? t('common:form.errorTitlePage') : ''}${title} ${nameText(item)}`,
    t('common:site.name'),
  );
  const problem: ProblemDetail | undefined = submit.error ? toProblem(submit.error) : undefined;

  return (
    <div className={`wrap ${styles.page}`}>
      <div ref={top} tabIndex={-1} className={styles.head}>
        {reviewing ? (
          <button type="button" className={styles.back} onClick={() => showStep('form')}>
            {t('review.back')}
          </button>
        ) : (
          <Link href={`/services/${encodeURIComponent(item.code)}`} className={styles.back}>
            {t('apply.back')}
          </Link>
        )}
        <p className={styles.step}>{t(reviewing ? 'apply.stepTwo' : 'apply.stepOne')}</p>
        <h1>{title}</h1>
        <p className="lead">
          <Name of={item} />
        </p>
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          {reviewing ? (
            <Review
              item={item}
              draft={profile ? { ...draft, ...known(profile) } : draft}
              asMyself={profile !== undefined}
              regionName={region && nameText(region)}
              collectName={collect && nameText(collect.place)}
              problem={problem}
              busy={submit.isPending}
              onChange={(field) => {
                goTo.current = field;
                showStep('form');
              }}
              onSend={() => void onSend()}
            />
          ) : (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                onNext();
              }}
            >
              <ErrorSummary errors={summary} attempt={attempt} />
              {handle.restored && faults.length === 0 && (
                <div className={styles.restored} role="status">
                  <p>{t('apply.restored')}</p>
                  <button type="button" onClick={handle.startAfresh}>
                    {t('apply.startAfresh')}
                  </button>
                </div>
              )}
              {profile && <ReuseSection item={item} handle={handle} />}
              <section className={styles.section} aria-labelledby="apply-applicant">
                <h2 id="apply-applicant">{t('apply.applicantTitle')}</h2>
                {profile ? (
                  <KnownApplicant item={item} profile={profile} />
                ) : (
                  <>
                    <GuestOrAccount itemCode={item.code} />
                    <ApplicantFields item={item} handle={handle} errorOf={errorOf} />
                  </>
                )}
                {needsTownship && <RegionField item={item} handle={handle} errorOf={errorOf} />}
              </section>
              <section className={styles.section} aria-labelledby="apply-subject-title">
                <h2 id="apply-subject-title">{t('apply.subjectTitle')}</h2>
                <SubjectField handle={handle} errorOf={errorOf} />
                {collectPlaces.length > 0 && (
                  <CollectField places={collectPlaces} handle={handle} errorOf={errorOf} />
                )}
              </section>
              <section className={styles.section} aria-labelledby="apply-materials-title">
                <h2 id="apply-materials-title">{t('materials.title')}</h2>
                <MaterialsField item={item} handle={handle} uploads={uploads} errorOf={errorOf} />
              </section>
              <PromiseField item={item} handle={handle} errorOf={errorOf} />
              {!profile && (
                <section className={styles.section} aria-labelledby="apply-notices-title">
                  <h2 id="apply-notices-title">{t('notices.choice.title')}</h2>
                  <NoticesField handle={handle} errorOf={errorOf} />
                </section>
              )}
              <div className={styles.next}>
                <Button type="submit" size="large">
                  {t('apply.next')}
                </Button>
                <p className="quiet small">{t('apply.nextHint')}</p>
              </div>
            </form>
          )}
        </div>
        <aside className={styles.aside} aria-labelledby="apply-about">
          <h2 id="apply-about">{t('apply.about')}</h2>
          <dl>
            <div>
              <dt>{t('apply.department')}</dt>
              <dd>
                <Name of={item.department} />
              </dd>
            </div>
            {item.promisedLimit && (
              <div>
                <dt>{t('apply.promise')}</dt>
                <dd>
                  <Limit value={item.promisedLimit} />
                </dd>
              </div>
            )}
            {item.result && (
              <div>
                <dt>{t('apply.result')}</dt>
                <dd>
                  <Name of={item.result} />
                </dd>
              </div>
            )}
            {item.telephones[0] && (
              <div>
                <dt>{t('apply.telephone')}</dt>
                <dd>
                  <a href={`tel:${item.telephones[0]}`}>{item.telephones[0]}</a>
                </dd>
              </div>
            )}
          </dl>
          <p className={styles.private}>{t('apply.private')}</p>
        </aside>
      </div>
    </div>
  );
}
