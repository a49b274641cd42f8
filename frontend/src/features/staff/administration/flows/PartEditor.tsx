import { useState } from 'react';
import type { FlowCallDraft, FlowStepDraft, SubProcessDraft } from '@/api/generated';
import { Button, Tag, useNameText } from '@/components';
import { controlId } from '@/lib/pointer';
import { SelectAt, TextAt } from '../form/fields';
import { useWords } from '../useWords';
import { withoutCall, withoutStep, withStepAfter, type FlowPart } from './edit';
import styles from './FlowEditorPage.module.css';
import fields from './StepFields.module.css';
import { StepFields, Ways } from './StepFields';
import { placeKey, type Place } from './subProcesses';

/** What the lists of steps share: what is open, what is wrong where, and where to go next. */
export interface Editing {
  open: string | undefined;
  setOpen: (key: string | undefined) => void;
  errorsAt: (place: Place) => number;
  focus: (pointer: string) => void;
  materials: readonly { code: string; name: string; nameEn?: string }[];
  subProcesses: readonly SubProcessDraft[];
}

/** Names calls as readers know them. */
export function useCallName(subProcesses: readonly SubProcessDraft[]) {
  const { t } = useWords();
  const nameOf = useNameText();
  return (call: FlowCallDraft) => {
    const called = subProcesses.find((each) => each.code === call.subProcess);
    return (
      (call.name && nameOf({ name: call.name, ...(call.nameEn && { nameEn: call.nameEn }) })) ||
      (called?.name &&
        nameOf({ name: called.name, ...(called.nameEn && { nameEn: called.nameEn }) })) ||
      t('flow.unnamedSub')
    );
  };
}

function Row({
  place,
  control,
  number,
  name,
  kind,
  editing,
  aside,
  children,
}: {
  place: Place;
  control: string;
  number: string;
  name: string;
  kind: string;
  editing: Editing;
  aside?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { t } = useWords();
  const key = placeKey(place);
  const open = editing.open === key;
  const wrong = editing.errorsAt(place);
  return (
    <li className={styles.step} data-open={open || undefined}>
      <div className={styles.stepHead}>
        {aside}
        <h2>
          <button
            type="button"
            id={controlId(control)}
            aria-expanded={open}
            onClick={() => editing.setOpen(open ? undefined : key)}
          >
            <span className={styles.number} aria-hidden="true">
              {number}
            </span>
            <span>
              {name}
              <span className={styles.kind}>{kind}</span>
            </span>
            {wrong > 0 && <Tag tone="bad">{t('flow.errors', { count: wrong })}</Tag>}
          </button>
        </h2>
      </div>
      {open && children}
    </li>
  );
}

/** The steps and calls of a flow or of one of its sub-processes. */
export function PartEditor<Part extends FlowPart>({
  base,
  part,
  editing,
  onChange,
  onPick,
}: {
  /** Where the part is in the form. */
  base: string;
  part: Part;
  editing: Editing;
  onChange: (part: Part) => void;
  /** Makes a sub-process out of steps; left out where there is none to make. */
  onPick?: (steps: ReadonlySet<string>) => void;
}) {
  const { t } = useWords();
  const nameOf = useNameText();
  const callName = useCallName(editing.subProcesses);
  const [picked, setPicked] = useState<ReadonlySet<string>>();

  const pick = (step: FlowStepDraft) =>
    picked && (
      <input
        type="checkbox"
        className={styles.pick}
        aria-label={t('flow.pick', { name: nameOf(step) || t('flow.unnamed') })}
        checked={picked.has(step.id)}
        onChange={(event) => {
          const next = new Set(picked);
          if (event.target.checked) next.add(step.id);
          else next.delete(step.id);
          setPicked(next);
        }}
      />
    );

  return (
    <>
      <ol role="list" className={styles.steps} id={controlId(`${base}/steps`)} tabIndex={-1}>
        {part.steps.map((step, index) => (
          <Row
            key={step.id}
            place={{ at: base, id: step.id }}
            control={`${base}/steps/${index}`}
            number={`${index + 1}`}
            name={nameOf(step) || t('flow.unnamed')}
            kind={t(`common:stepKind.${step.kind}`)}
            editing={editing}
            aside={pick(step)}
          >
            <StepFields
              base={base}
              index={index}
              step={step}
              part={part}
              materials={editing.materials}
              callName={callName}
              onChange={onChange}
            />
            <div className={styles.tools}>
              <Button
                look="secondary"
                onClick={() => {
                  const next = withStepAfter(part, index);
                  onChange(next);
                  const added = next.steps[index + 1];
                  if (added) editing.setOpen(placeKey({ at: base, id: added.id }));
                  editing.focus(`${base}/steps/${index + 1}/name`);
                }}
              >
                {t('flow.addStep')}
              </Button>
              {part.steps.length > 1 && (
                <Button
                  look="quiet"
                  onClick={() => {
                    onChange(withoutStep(part, index));
                    editing.setOpen(undefined);
                    editing.focus(`${base}/steps`);
                  }}
                >
                  {t('flow.removeStep')}
                </Button>
              )}
            </div>
          </Row>
        ))}
        {part.calls?.map((call, index) => (
          <Row
            key={call.id}
            place={{ at: base, id: call.id }}
            control={`${base}/calls/${index}`}
            number="↳"
            name={callName(call)}
            kind={t('flow.call')}
            editing={editing}
          >
            <div className={fields.step}>
              <div className={fields.pair}>
                <SelectAt
                  at={`${base}/calls/${index}/subProcess`}
                  label={t('flow.called')}
                  options={[
                    { value: '', label: t('form.choose') },
                    ...editing.subProcesses.map((each) => ({
                      value: each.code,
                      label: each.name || t('flow.unnamedSub'),
                    })),
                  ]}
                  width="full"
                />
                <TextAt
                  at={`${base}/calls/${index}/name`}
                  label={t('flow.callName')}
                  optional
                  lang="zh-CN"
                />
                <TextAt
                  at={`${base}/calls/${index}/nameEn`}
                  label={t('field.nameEn')}
                  optional
                  lang="en"
                />
              </div>
              <Ways
                base={base}
                from={call.id}
                part={part}
                callName={callName}
                onChange={onChange}
              />
            </div>
            <div className={styles.tools}>
              <Button
                look="quiet"
                onClick={() => {
                  onChange(withoutCall(part, call.id));
                  editing.setOpen(undefined);
                  editing.focus(`${base}/steps`);
                }}
              >
                {t('flow.removeCall')}
              </Button>
            </div>
          </Row>
        ))}
      </ol>
      {onPick && (
        <div className={styles.tools}>
          {picked ? (
            <>
              <Button
                disabled={picked.size === 0}
                onClick={() => {
                  onPick(picked);
                  setPicked(undefined);
                }}
              >
                {t('flow.makeSub', { count: picked.size })}
              </Button>
              <Button look="quiet" onClick={() => setPicked(undefined)}>
                {t('flow.pickNone')}
              </Button>
            </>
          ) : (
            <Button look="secondary" onClick={() => setPicked(new Set())}>
              {t('flow.pickSteps')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
