import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSubProcessEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { previewSubProcess, publishSubProcess, type SubProcessDraft } from '@/api/generated';
import { today } from '@/lib/deadline';
import { controlId } from '@/lib/pointer';
import { EditionEditor } from '../edition/EditionEditor';
import { EditionPage } from '../edition/pages';
import styles from '../flows/FlowEditorPage.module.css';
import { PartEditor, type Editing } from '../flows/PartEditor';
import { placeKey } from '../flows/subProcesses';
import { LimitAt, TextAt } from '../form/fields';
import { useForm } from '../form/FormScope';
import { useWords } from '../useWords';
import { named, readable } from './library';

const BASE = '/subProcess';
const BLANK: SubProcessDraft = {
  code: 'part-1',
  name: '',
  nameEn: '',
  steps: [
    {
      id: 'step-1',
      kind: 'review',
      name: '',
      nameEn: '',
      weight: 1,
      countsTowardLimit: true,
      materials: [],
      risks: [],
    },
  ],
  edges: [],
};

function Fields({ part }: { part: SubProcessDraft }) {
  const { t } = useWords();
  const { set, errors } = useForm();
  const [open, setOpen] = useState<string | undefined>(
    part.steps[0] && placeKey({ at: BASE, id: part.steps[0].id }),
  );
  const editing: Editing = {
    open,
    setOpen,
    errorsAt: ({ id }) => {
      const index = part.steps.findIndex((step) => step.id === id);
      return errors.filter(({ pointer }) => pointer.startsWith(`${BASE}/steps/${index}/`)).length;
    },
    focus: (pointer) => document.getElementById(controlId(pointer))?.focus(),
    materials: [],
    subProcesses: [],
  };
  return (
    <>
      <TextAt at={`${BASE}/name`} label={t('flow.subName')} lang="zh-CN" />
      <TextAt at={`${BASE}/nameEn`} label={t('field.nameEn')} lang="en" />
      <LimitAt at={`${BASE}/limit`} label={t('flow.subLimit')} hint={t('flow.subLimitHint')} />
      <div className={styles.part}>
        <PartEditor
          base={BASE}
          part={part}
          editing={editing}
          onChange={(next) => set(BASE, next)}
        />
      </div>
    </>
  );
}

/** A further version of a sub-process: it changes no flow that took an earlier one. */
export function SubProcessEditorPage() {
  const { t } = useTranslation('library');
  return (
    <EditionPage
      path="/staff/administration/sub-processes"
      back={t('back')}
      add={t('add')}
      edit={(name) => t('edit', { name })}
      editions={useQuery({ ...listSubProcessEditionsOptions(), staleTime: 0 })}
      named={named}
    >
      {(known, newest) => (
        <EditionEditor
          known={known}
          version={newest?.version ?? 0}
          initial={{ effectiveFrom: today(), subProcess: newest?.subProcess ?? BLANK }}
          earliest={today()}
          preview={async (code, body) => {
            const { data } = await previewSubProcess({ path: { code }, body, throwOnError: true });
            return { changes: readable(data.changes, newest?.subProcess, body.subProcess) };
          }}
          publish={async (code, body, seen) =>
            (
              await publishSubProcess({
                path: { code },
                body,
                headers: { 'If-Match': seen },
                throwOnError: true,
              })
            ).data
          }
        >
          {({ subProcess }) => <Fields part={subProcess} />}
        </EditionEditor>
      )}
    </EditionPage>
  );
}
