import type { FlowCallDraft, FlowStepDraft } from '@/api/generated';
import { Button, SelectField, useNameText } from '@/components';
import { controlId } from '@/lib/pointer';
import { CheckAt, LimitAt, NumberAt, RowsAt, SelectAt, TextAt } from '../form/fields';
import { useAt } from '../form/FormScope';
import { useWords } from '../useWords';
import { isActedOn, KINDS, POSTS, withWay, type FlowPart } from './edit';
import styles from './StepFields.module.css';

function PostField({ at }: { at: string }) {
  const { t } = useWords();
  const nameOf = useNameText();
  const { id, value, set, error } = useAt<{ code: string; name: string; nameEn?: string }>(at);
  const known = POSTS.some((post) => post.code === value?.code);
  return (
    <SelectField
      label={t('flow.post')}
      width="full"
      id={id}
      error={error}
      value={value?.code ?? ''}
      onChange={(event) => {
        const post = POSTS.find((one) => one.code === event.target.value);
        set(post ? { ...post } : undefined);
      }}
    >
      <option value="">{t('form.choose')}</option>
      {value && !known && <option value={value.code}>{nameOf(value)}</option>}
      {POSTS.map((post) => (
        <option key={post.code} value={post.code}>
          {nameOf(post)}
        </option>
      ))}
    </SelectField>
  );
}

/** Which of the item's materials are first looked at here. */
function Materials({
  at,
  materials,
}: {
  at: string;
  materials: readonly { code: string; name: string; nameEn?: string }[];
}) {
  const { t } = useWords();
  const nameOf = useNameText();
  const { id, value = [], set } = useAt<string[]>(at);
  if (materials.length === 0) return null;
  return (
    <fieldset id={id} className={styles.materials} tabIndex={-1}>
      <legend>{t('flow.materials')}</legend>
      {materials.map((material) => (
        <label key={material.code}>
          <input
            type="checkbox"
            checked={value.includes(material.code)}
            onChange={(event) =>
              set(
                event.target.checked
                  ? [...value, material.code]
                  : value.filter((code) => code !== material.code),
              )
            }
          />
          <span>
            {material.code} {nameOf(material)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const USUAL = ['pass', 'reject', 'return', 'repeat'] as const;

function Way({
  base,
  index,
  part,
  others,
  onRemove,
}: {
  base: string;
  index: number;
  part: FlowPart;
  /** Names of calls by their ids. */
  others: (call: FlowCallDraft) => string;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const nameOf = useNameText();
  const at = `${base}/edges/${index}`;
  const outcome = useAt<string>(`${at}/outcome`);
  const usual = USUAL.some((one) => one === outcome.value);
  const targets = [
    ...part.steps
      .filter((step) => step.kind !== 'submission')
      .map((step) => ({ value: step.id, label: nameOf(step) || t('flow.unnamed') })),
    ...(part.calls ?? []).map((call) => ({
      value: call.id,
      label: t('flow.callOf', { name: others(call) }),
    })),
  ];
  return (
    <fieldset className={styles.way} id={controlId(at)} tabIndex={-1}>
      <legend className="visually-hidden">{t('flow.way')}</legend>
      <SelectField
        label={t('flow.outcome')}
        id={usual ? outcome.id : `${outcome.id}-kind`}
        width="full"
        error={usual ? outcome.error : undefined}
        value={usual ? outcome.value : 'own'}
        onChange={(event) => outcome.set(event.target.value === 'own' ? '' : event.target.value)}
      >
        {USUAL.map((one) => (
          <option key={one} value={one}>
            {t(`common:flow.outcome.${one}`)}
          </option>
        ))}
        <option value="own">{t('flow.ownOutcome')}</option>
      </SelectField>
      {!usual && (
        <TextAt at={`${at}/outcome`} label={t('flow.ownOutcomeCode')} hint={t('flow.codeHint')} />
      )}
      <SelectAt
        at={`${at}/to`}
        label={t('flow.to')}
        options={[{ value: '', label: t('form.choose') }, ...targets]}
        width="full"
      />
      <TextAt at={`${at}/label`} label={t('flow.label')} optional lang="zh-CN" />
      <TextAt at={`${at}/labelEn`} label={t('flow.labelEn')} optional lang="en" />
      <Button look="quiet" onClick={onRemove}>
        {t('flow.removeWay')}
      </Button>
    </fieldset>
  );
}

/** The ways out of a step or a call. */
export function Ways<Part extends FlowPart>({
  base,
  from,
  part,
  callName,
  onChange,
}: {
  base: string;
  from: string;
  part: Part;
  callName: (call: FlowCallDraft) => string;
  onChange: (part: Part) => void;
}) {
  const { t } = useWords();
  return (
    <div className={styles.part}>
      <h3>{t('flow.ways')}</h3>
      {part.edges.map((edge, place) =>
        edge.from === from ? (
          <Way
            key={`${place} of ${part.edges.length}`}
            base={base}
            index={place}
            part={part}
            others={callName}
            onRemove={() =>
              onChange({ ...part, edges: part.edges.filter((_, other) => other !== place) })
            }
          />
        ) : null,
      )}
      <Button look="secondary" onClick={() => onChange(withWay(part, from))}>
        {t('flow.addWay')}
      </Button>
    </div>
  );
}

/** Everything about one step, and the ways out of it. */
export function StepFields<Part extends FlowPart>({
  base,
  index,
  step,
  part,
  materials,
  callName,
  onChange,
}: {
  /** Where the part of the flow is in the form. */
  base: string;
  index: number;
  step: FlowStepDraft;
  part: Part;
  materials: readonly { code: string; name: string; nameEn?: string }[];
  callName: (call: FlowCallDraft) => string;
  onChange: (part: Part) => void;
}) {
  const { t } = useWords();
  const at = `${base}/steps/${index}`;
  const acted = isActedOn(step.kind);
  return (
    <div className={styles.step}>
      <div className={styles.pair}>
        <SelectAt
          at={`${at}/kind`}
          label={t('flow.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: t(`common:stepKind.${kind}`) }))}
          width="full"
        />
        {acted && <PostField at={`${at}/post`} />}
        <TextAt at={`${at}/name`} label={t('flow.name')} lang="zh-CN" />
        <TextAt at={`${at}/nameEn`} label={t('field.nameEn')} lang="en" />
      </div>
      {acted && (
        <div className={styles.part}>
          <CheckAt at={`${at}/countsTowardLimit`} label={t('flow.counts')} />
          <CheckAt at={`${at}/paidFirst`} label={t('flow.paidFirst')} />
          {!step.countsTowardLimit && (
            <TextAt
              at={`${at}/excludedBy`}
              label={t('flow.excludedBy')}
              hint={t('flow.excludedHint')}
              lang="zh-CN"
            />
          )}
          <div className={styles.pair}>
            <LimitAt at={`${at}/limit`} label={t('flow.limit')} />
            {step.countsTowardLimit && !step.limit && (
              <NumberAt
                at={`${at}/weight`}
                label={t('flow.weight')}
                hint={t('flow.weightHint')}
                max={1000}
              />
            )}
          </div>
        </div>
      )}
      {acted && <Materials at={`${at}/materials`} materials={materials} />}
      {acted && (
        <div className={styles.part}>
          <h3>{t('flow.risks')}</h3>
          <RowsAt
            at={`${at}/risks`}
            legend={t('flow.risks')}
            name={(number) => t('flow.risk', { number })}
            add={t('flow.addRisk')}
            blank={() => ({ grade: 'C', risk: '', riskEn: '', measure: '', measureEn: '' })}
          >
            {(row) => (
              <>
                <SelectAt
                  at={`${row}/grade`}
                  label={t('flow.grade')}
                  options={['A', 'B', 'C'].map((grade) => ({ value: grade, label: grade }))}
                  width="short"
                />
                <TextAt at={`${row}/risk`} label={t('flow.riskText')} lang="zh-CN" lines={2} />
                <TextAt at={`${row}/riskEn`} label={t('flow.riskTextEn')} lang="en" lines={2} />
                <TextAt at={`${row}/measure`} label={t('flow.measure')} lang="zh-CN" lines={2} />
                <TextAt at={`${row}/measureEn`} label={t('flow.measureEn')} lang="en" lines={2} />
              </>
            )}
          </RowsAt>
        </div>
      )}
      {(acted || step.kind === 'submission' || step.kind === 'fork' || step.kind === 'join') && (
        <Ways base={base} from={step.id} part={part} callName={callName} onChange={onChange} />
      )}
    </div>
  );
}
