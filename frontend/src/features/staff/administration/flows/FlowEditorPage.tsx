import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import {
  checkFlow,
  type FlowDraft,
  type FlowFinding,
  type ItemContent,
  type ItemEdition,
} from '@/api/generated';
import { getItemEditionOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  ErrorSummary,
  Limit,
  Loading,
  Name,
  Problem,
  Tag,
  useNameText,
} from '@/components';
import { today, tomorrow } from '@/lib/deadline';
import { useSettled } from '@/lib/debounce';
import { around, controlId, valueAt } from '@/lib/pointer';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { EditorBar } from '../EditorBar';
import frame from '../Editor.module.css';
import { TextAt } from '../form/fields';
import { FormContext } from '../form/FormScope';
import { ItemPreviewView } from '../preview/ItemPreviewView';
import { Published } from '../Published';
import { useEditor } from '../useEditor';
import { useWords } from '../useWords';
import { withSharedLimits, type FlowPart } from './edit';
import styles from './FlowEditorPage.module.css';
import { LiveChart } from './LiveChart';
import { PartEditor, type Editing } from './PartEditor';
import { SubProcesses } from './SubProcesses';
import {
  placeKey,
  placeOfPointer,
  placeOfStep,
  subProcessAt,
  withSubProcess,
} from './subProcesses';

interface FlowForm {
  effectiveFrom: string;
  content: ItemContent;
  flow: FlowDraft;
}

/** Brings the control of a pointer into the form under the eyes, once it is on the page. */
function focusOn(pointer: string) {
  const control = around(pointer)
    .map((each) => document.getElementById(controlId(each)))
    .find((found) => found !== null);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}

function Editor({ edition }: { edition: ItemEdition }) {
  const { t } = useWords();
  const nameOf = useNameText();
  const { code, version, content } = edition;
  const kept = edition.flowDraft;
  const editor = useEditor<FlowForm>({
    code,
    part: 'flow',
    version,
    fresh: { effectiveFrom: tomorrow(), content, flow: edition.flow },
    // What was kept is the flow; the fields are those of the newest version.
    kept: kept && { ...(kept.form as unknown as FlowForm), content },
  });
  const { form, previewed, published, failed } = editor;
  const { flow } = form;
  const [openStep, setOpenStep] = useState<string | undefined>(
    flow.steps[1] && placeKey({ at: '/flow', id: flow.steps[1].id }),
  );
  const [wanted, setWanted] = useState<{ pointer: string }>();
  const settled = useSettled(flow, 300);
  const check = useQuery({
    queryKey: ['flow check', code, settled],
    queryFn: async ({ signal }) =>
      (
        await checkFlow({
          body: {
            flow: settled,
            category: content.category,
            ...(content.promisedLimit && { promisedLimit: content.promisedLimit }),
            ...(content.statutoryLimit && { statutoryLimit: content.statutoryLimit }),
          },
          signal,
          throwOnError: true,
        })
      ).data,
    placeholderData: keepPreviousData,
    retry: 1,
    gcTime: 10_000,
  });
  usePageTitle(`${t('items.flow')} ${nameOf(content)}`, t('common:site.name'));

  useEffect(() => {
    if (wanted) focusOn(wanted.pointer);
  }, [wanted]);

  const change = (next: FlowDraft) => editor.change({ ...form, flow: next });
  const behind = check.isFetching || settled !== flow;
  const findings = check.data?.findings ?? [];
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const scope = {
    ...editor.scope,
    errors: [
      ...editor.scope.errors,
      ...findings
        .filter((finding) => finding.severity === 'error')
        .flatMap((finding) =>
          finding.pointers.map((pointer) => ({ pointer: `/flow${pointer}`, text: finding.detail })),
        ),
    ],
  };
  const errorPlaces = findings
    .filter((finding) => finding.severity === 'error')
    .flatMap((finding) => {
      const keys = finding.pointers
        .map((pointer) => placeOfPointer(flow, pointer))
        .filter((place) => place !== undefined)
        .map(placeKey);
      return [...new Set(keys)];
    });
  const editing: Editing = {
    open: openStep,
    setOpen: setOpenStep,
    errorsAt: (place) => errorPlaces.filter((key) => key === placeKey(place)).length,
    focus: (pointer) => setWanted({ pointer }),
    materials: content.materials ?? [],
    subProcesses: flow.subProcesses ?? [],
  };

  function lead(finding: FlowFinding) {
    const pointer = finding.pointers[0] ?? '';
    const place = placeOfPointer(flow, pointer);
    if (place) setOpenStep(placeKey(place));
    setWanted({ pointer: `/flow${pointer}` });
  }

  return (
    <div className={`wrap ${frame.page}`}>
      <header className={frame.head}>
        <p className={frame.crumbs}>
          <Link href="/staff/administration/items">{t('items.title')}</Link>
          <span className="figures">{code}</span>
          <Tag tone="blue">{t('item.version', { version })}</Tag>
          {edition.flowOrigin === 'standard' && <Tag tone="sun">{t('flow.standard')}</Tag>}
          <Link href={`/staff/administration/items/${encodeURIComponent(code)}`}>
            {t('items.fields')}
          </Link>
          <Link href={`/staff/administration/flows/${encodeURIComponent(code)}/moves`}>
            {t('move.link')}
          </Link>
        </p>
        <h1>
          {t('flow.title')} <Name of={content} />
        </h1>
        <p className="quiet">
          {t('field.promisedLimit')}:{' '}
          {content.promisedLimit ? <Limit value={content.promisedLimit} /> : t('form.unsaid')}
          {' · '}
          {t('field.statutoryLimit')}:{' '}
          {content.statutoryLimit ? <Limit value={content.statutoryLimit} /> : t('form.unsaid')}
        </p>
      </header>
      {published ? (
        <Published version={published} part="flow" />
      ) : previewed ? (
        <ItemPreviewView
          preview={previewed}
          sending={editor.publishing}
          error={editor.publishError}
          onPublish={editor.publish}
          onBack={editor.back}
        />
      ) : (
        <FormContext.Provider value={scope}>
          <form
            noValidate
            className={styles.editor}
            onSubmit={(event) => {
              event.preventDefault();
              if (errors > 0 && findings[0]) lead(findings[0]);
              else if (!behind) editor.look();
            }}
          >
            <div className={styles.form}>
              {failed && editor.summary.length === 0 && <Problem problem={failed} />}
              <ErrorSummary errors={editor.summary} attempt={editor.attempt} />
              {kept && (
                <p className={frame.kept}>
                  {kept.baseVersion < version
                    ? t('form.oldDraft', { base: kept.baseVersion, version })
                    : t('form.draftHere')}
                </p>
              )}
              <div className={styles.names}>
                <TextAt at="/flow/name" label={t('flow.flowName')} lang="zh-CN" />
                <TextAt at="/flow/nameEn" label={t('field.nameEn')} lang="en" />
              </div>
              <PartEditor
                base="/flow"
                part={flow}
                editing={editing}
                onChange={change}
                onPick={(steps) => {
                  const next = withSubProcess(flow, steps);
                  change(next);
                  setWanted({
                    pointer: `${subProcessAt((next.subProcesses?.length ?? 1) - 1)}/name`,
                  });
                }}
              />
              <SubProcesses flow={flow} editing={editing} onChange={change} />
              <div className={styles.tools}>
                <Button look="secondary" onClick={() => change(withSharedLimits(flow))}>
                  {t('flow.share')}
                </Button>
              </div>
            </div>
            <aside className={styles.live} aria-label={t('flow.live')}>
              {check.data ? (
                <LiveChart
                  check={check.data}
                  behind={behind}
                  chosen={check.data.flow.steps
                    .map((step) => step.id)
                    .find((id) => placeKey(placeOfStep(flow, id)) === openStep)}
                  onChoose={(stepId) => {
                    const place = placeOfStep(flow, stepId);
                    setOpenStep(placeKey(place));
                    const part = valueAt(form, place.at) as FlowPart;
                    const index = part.steps.findIndex((step) => step.id === place.id);
                    const call = part.calls?.findIndex((each) => each.id === place.id) ?? -1;
                    setWanted({
                      pointer: `${place.at}${index < 0 ? `/calls/${call}` : `/steps/${index}`}`,
                    });
                  }}
                  onFinding={lead}
                />
              ) : check.error ? (
                <Problem problem={toProblem(check.error)} onRetry={() => void check.refetch()} />
              ) : (
                <Loading lines={6} />
              )}
            </aside>
            <div className={styles.send}>
              <EditorBar
                editor={editor}
                min={today()}
                blocked={
                  errors > 0
                    ? t('flow.mend', { count: errors })
                    : form.effectiveFrom
                      ? undefined
                      : t('form.dateNeeded')
                }
              />
            </div>
          </form>
        </FormContext.Provider>
      )}
      {editor.leaving}
    </div>
  );
}

/** An item's flow: its steps and ways in a form, and the chart beside it as one writes. */
export function FlowEditorPage() {
  const code = decodeURIComponent(useParams<{ code: string }>().code);
  const { t } = useWords();
  const edition = useQuery({
    ...getItemEditionOptions({ path: { code } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  usePageTitle(t('flow.title'), t('common:site.name'));
  if (edition.data) return <Editor key={code} edition={edition.data} />;
  return (
    <div className="wrap">
      <h1 className="visually-hidden">{t('flow.title')}</h1>
      {edition.error ? (
        <Problem problem={toProblem(edition.error)} onRetry={() => void edition.refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </div>
  );
}
