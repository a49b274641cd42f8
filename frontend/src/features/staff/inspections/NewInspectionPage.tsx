import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import {
  type InspectionCheckResult,
  type InspectionKind,
  type InspectionPaper,
  recordInspection,
} from '@/api/generated';
import {
  listInspectionChecklistsOptions,
  listPlacesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import {
  Button,
  Checks,
  Loading,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { MaterialUpload } from '@/components/upload';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useAccount } from '../shell/SignedInAs';
import list from '../List.module.css';
import { useDepartments } from '../supervision/words';
import { BLANK, draftOf, type Written } from './draft';
import { KindFields } from './KindFields';
import styles from './Inspections.module.css';
import { KINDS } from './words';

const RESULTS: readonly InspectionCheckResult[] = ['met', 'notMet', 'notApplicable'];
const EVIDENCE = 'evidence';

function Form({ paper }: { paper: InspectionPaper }) {
  const { t } = useTranslation('inspection');
  const english = useLanguage() === 'en';
  const nameText = useNameText();
  const me = useAccount().account;
  const [, goTo] = useLocation();
  const queries = useQueryClient();
  const departments = useDepartments();
  const places = useQuery({ ...listPlacesOptions({ query: { limit: 100 } }), staleTime: Infinity });
  const [written, setWritten] = useState<Written>({ ...BLANK, inspectors: [me] });
  const [key, setKey] = useState(newIdempotencyKey);
  const { files, uploads, remove } = useGivenFiles();
  const put = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const checklist = paper.checklists.find((each) => each.kind === written.kind);
  const send = useMutation({
    mutationFn: async () =>
      (
        await recordInspection({
          headers: { 'Idempotency-Key': key },
          body: draftOf(
            written,
            checklist?.items.map((item) => item.code) ?? [],
            files.map((file) => file.uploadId),
          ),
          throwOnError: true,
        })
      ).data,
    onSuccess: (inspection) => {
      void queries.invalidateQueries();
      goTo(`/staff/inspections/${inspection.summary.id}`);
    },
    onError: () => setKey(newIdempotencyKey()),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <div className={styles.fields}>
        <SelectField
          label={t('new.kind')}
          value={written.kind}
          onChange={({ target }) => put({ kind: target.value as InspectionKind, results: {} })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('new.department')}
          required
          value={written.department}
          onChange={({ target }) => put({ department: target.value, sample: undefined, calls: {} })}
        >
          <option value="">{t('new.choose')}</option>
          {departments.all?.map((each) => (
            <option key={each.code} value={each.code}>
              {departments.text(each.code)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('new.place')}
          value={written.place}
          onChange={({ target }) => put({ place: target.value })}
        >
          <option value="">{t('new.placeNone')}</option>
          {places.data?.items.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="datetime-local"
          required
          label={t('new.at')}
          value={written.at}
          onChange={({ target }) => put({ at: target.value })}
        />
        <TextField
          optional
          maxLength={64}
          label={t('new.post')}
          hint={t('new.postHint')}
          value={written.post}
          onChange={({ target }) => put({ post: target.value })}
        />
      </div>
      <Checks
        legend={t('new.inspectors')}
        hint={t('new.inspectorsTwo')}
        choices={paper.inspectors.map((each) => ({ value: each.code, label: nameText(each) }))}
        values={written.inspectors}
        onChange={(inspectors) => put({ inspectors })}
      />
      <KindFields written={written} put={put} />
      {checklist && (
        <fieldset className={styles.part}>
          <legend>{t('new.checks', { version: checklist.version })}</legend>
          {checklist.items.map((item) => (
            <label key={item.code} className={styles.check}>
              <span>{english ? item.textEn : item.text}</span>
              <select
                value={written.results[item.code] ?? 'met'}
                onChange={({ target }) =>
                  put({
                    results: {
                      ...written.results,
                      [item.code]: target.value as InspectionCheckResult,
                    },
                  })
                }
              >
                {RESULTS.map((result) => (
                  <option key={result} value={result}>
                    {t(`result.${result}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <TextArea
        label={t('new.found')}
        hint={t('new.foundHint')}
        required
        maxLength={4000}
        rows={5}
        value={written.found}
        onChange={({ target }) => put({ found: target.value })}
      />
      <TextArea
        label={t('new.conclusion')}
        required
        maxLength={2000}
        rows={3}
        value={written.conclusion}
        onChange={({ target }) => put({ conclusion: target.value })}
      />
      <ul role="list" className={styles.files}>
        <MaterialUpload
          id="inspection-evidence"
          material={{ code: EVIDENCE, name: '证据材料', nameEn: 'Evidence' }}
          files={files}
          uploads={uploads}
          onRemove={remove}
        />
      </ul>
      {send.error && <Problem problem={toProblem(send.error)} />}
      <Button type="submit" busy={send.isPending} disabled={uploads.busy}>
        {t('new.send')}
      </Button>
    </form>
  );
}

/** A supervisor records an inspection 登记督查. */
export function NewInspectionPage() {
  const { t } = useTranslation(['inspection', 'common']);
  usePageTitle(t('new.title'), t('common:site.name'));
  const paper = useQuery({ ...listInspectionChecklistsOptions(), staleTime: 0 });
  return (
    <div className={`wrap ${list.page}`}>
      <p>
        <Link href="/staff/inspections">{t('page.all')}</Link>
      </p>
      <h1>{t('new.title')}</h1>
      <p className="lead">{t('new.lead')}</p>
      {paper.isPending && <Loading lines={8} />}
      {paper.error && (
        <Problem problem={toProblem(paper.error)} onRetry={() => void paper.refetch()} />
      )}
      {paper.data && <Form paper={paper.data} />}
    </div>
  );
}
