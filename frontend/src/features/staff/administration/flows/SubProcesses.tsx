import { useQuery } from '@tanstack/react-query';
import type { FlowDraft } from '@/api/generated';
import { listSubProcessEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, useNameText } from '@/components';
import { controlId } from '@/lib/pointer';
import { LimitAt, TextAt } from '../form/fields';
import { withPart, withTaken } from '../library/library';
import { useWords } from '../useWords';
import styles from './FlowEditorPage.module.css';
import { FromLibrary, LibraryPicker } from './FromLibrary';
import { PartEditor, type Editing } from './PartEditor';
import { placeKey, subProcessAt, withCall, withoutSubProcess } from './subProcesses';

/** What the flow calls: each sub-process written once, with its own steps. */
export function SubProcesses({
  flow,
  editing,
  onChange,
}: {
  flow: FlowDraft;
  editing: Editing;
  onChange: (flow: FlowDraft) => void;
}) {
  const { t } = useWords();
  const nameOf = useNameText();
  const subProcesses = flow.subProcesses ?? [];
  const library = useQuery({ ...listSubProcessEditionsOptions(), staleTime: 60_000 }).data ?? [];
  const picker = (
    <LibraryPicker
      flow={flow}
      library={library}
      onTake={(part) => {
        const next = withTaken(flow, part);
        onChange(next);
        const added = next.calls?.at(-1);
        if (added) editing.setOpen(placeKey({ at: '/flow', id: added.id }));
        editing.focus(`/flow/calls/${(next.calls?.length ?? 1) - 1}/name`);
      }}
    />
  );
  if (subProcesses.length === 0) return picker;
  return (
    <section className={styles.subProcesses} aria-labelledby="sub-processes">
      <h2 id="sub-processes">{t('flow.subProcesses')}</h2>
      <p className="quiet">{t('flow.subLead')}</p>
      {subProcesses.map((sub, index) => {
        const base = subProcessAt(index);
        return (
          <fieldset key={sub.code} id={controlId(base)} className={styles.sub} tabIndex={-1}>
            <legend>
              {nameOf({ name: sub.name ?? '', nameEn: sub.nameEn }) || t('flow.unnamedSub')}
            </legend>
            {sub.libraryVersion === undefined ? (
              <>
                <div className={styles.names}>
                  <TextAt at={`${base}/name`} label={t('flow.subName')} lang="zh-CN" />
                  <TextAt at={`${base}/nameEn`} label={t('field.nameEn')} lang="en" />
                </div>
                <LimitAt
                  at={`${base}/limit`}
                  label={t('flow.subLimit')}
                  hint={t('flow.subLimitHint')}
                />
                <PartEditor
                  base={base}
                  part={sub}
                  editing={editing}
                  onChange={(next) => onChange(withPart(flow, index, next))}
                />
              </>
            ) : (
              <FromLibrary
                part={sub}
                library={library}
                onChange={(part) => onChange(withPart(flow, index, part))}
              />
            )}
            <div className={styles.tools}>
              <Button
                look="secondary"
                onClick={() => {
                  const next = withCall(flow, sub.code);
                  onChange(next);
                  const added = next.calls?.at(-1);
                  if (added) editing.setOpen(placeKey({ at: '/flow', id: added.id }));
                  editing.focus(`/flow/calls/${(next.calls?.length ?? 1) - 1}/name`);
                }}
              >
                {t('flow.addCall')}
              </Button>
              <Button
                look="quiet"
                onClick={() => {
                  onChange(withoutSubProcess(flow, index));
                  editing.focus('/flow/steps');
                }}
              >
                {t('flow.removeSub')}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {picker}
    </section>
  );
}
