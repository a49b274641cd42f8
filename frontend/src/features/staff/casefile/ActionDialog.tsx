import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnCase, type CaseFile, type PossibleAction } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Choices,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  SelectField,
  type SummaryError,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import {
  EMPTY_REVIEW,
  type Filled,
  GROUNDS,
  LONGEST_EXTENSION,
  lacksOf,
  needsReason,
  risksOf,
  stepOf,
  toCommand,
  wayOf,
} from './command';
import { useAccount } from '../shell/SignedInAs';
import styles from './ActionDialog.module.css';
import { type ActionDraft, keepDraft, leavesOpen, readDraft, sending, type Sent } from './draft';
import { GreenField } from './GreenField';
import { MissingFields } from './MissingFields';
import { OriginalsSeen, OriginalsToBring } from './OriginalsFields';
import { ReviewFields } from './ReviewFields';
import { RiskConfirmation } from './RiskConfirmation';

const FIELDS: Record<string, string> = {
  '/outcome': 'way',
  '/decision': 'way',
  '/toStep': 'returnTo',
  '/reason': 'reason',
  '/ground': 'ground',
  '/days': 'days',
  days: 'days',
  '/confirmedRisk': 'confirmedRisk',
  '/materials': 'seen',
  '/greenGround': 'greenGround',
};

function fieldOf(pointer: string | undefined): string | undefined {
  if (!pointer) return undefined;
  if (pointer.startsWith('/review')) return 'review';
  return FIELDS[pointer] ?? (pointer.startsWith('/missing') ? 'missing' : undefined);
}

const idOf = (field: string) => `act-${field}`;

/** What has to be said or chosen before acting, with the risk point of the step in sight. */
export function ActionDialog({
  file,
  possible,
  onDone,
  onOutdated,
  onClose,
}: {
  /** As it was when the dialog opened: that version is what is acted on. */
  file: CaseFile;
  possible: PossibleAction;
  onDone: (after: CaseFile) => void;
  /** Somebody else was faster, or it isn't possible any more. */
  onOutdated: (problem: ProblemDetail) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['staff', 'console', 'common']);
  const english = i18n.language === 'en';
  const nameText = useNameText();
  const account = useAccount().account;
  const [kept] = useState(() => readDraft(account, file.caseNumber, possible.action));
  const [restored, setRestored] = useState(kept !== undefined);
  const [sent, setSent] = useState<Sent | undefined>(kept?.sent);
  const [errors, setErrors] = useState<readonly { field: string | undefined; text: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const empty: Filled = {
    way: undefined,
    returnTo: possible.returnTo[0],
    reason: '',
    ground: undefined,
    days: '',
    missing: {},
    seen: [],
    greenGround: '',
    review: EMPTY_REVIEW,
    confirmedRisk: false,
  };
  const [filled, setFilled] = useState<Filled>({ ...empty, ...kept?.filled });
  const { action } = possible;
  const keep = (draft: ActionDraft | undefined) =>
    keepDraft(account, file.caseNumber, action, draft);
  const change = (to: Partial<Filled>) => {
    const next = { ...filled, ...to };
    setFilled(next);
    keep({ filled: next, sent });
  };
  const risks = risksOf(file, action, possible.stepId);
  const reasonNeeded = needsReason(file, possible, filled);
  const way = wayOf(possible, filled);

  const send = useMutation({
    mutationFn: async () => {
      const command = toCommand(possible, filled);
      const going = sending(sent, command, file.version, newIdempotencyKey);
      setSent(going);
      keep({ filled, sent: going });
      const { data } = await actOnCase({
        path: { caseNumber: file.caseNumber, action },
        body: command,
        headers: { 'If-Match': `"${going.version}"`, 'Idempotency-Key': going.key },
        throwOnError: true,
      });
      return data;
    },
    onSuccess: (after) => {
      keep(undefined);
      onDone(after);
    },
    onError: (error) => {
      const problem = toProblem(error);
      if (!leavesOpen(problem.status)) {
        setSent(undefined);
        keep({ filled });
      }
      // 403: it has gone on to another post meanwhile.
      if ([403, 409, 412].includes(problem.status)) return onOutdated(problem);
      if (!problem.errors?.length) return;
      setErrors(
        problem.errors.map((each) => ({ field: fieldOf(each.pointer), text: each.detail })),
      );
      setAttempt((before) => before + 1);
    },
  });
  const problem = send.error ? toProblem(send.error) : undefined;

  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const summary: SummaryError[] = errors.map((error) => ({
    fieldId: error.field && idOf(error.field),
    text: error.text,
  }));

  return (
    <Dialog
      title={t(`act.action.${action}`)}
      aside={`${file.caseNumber} · ${english ? (file.itemNameEn ?? file.itemName) : file.itemName}`}
      text={t(`act.means.${action}`)}
      width="wide"
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        const lacks = lacksOf(file, possible, filled);
        setErrors(lacks.map((lack) => ({ field: lack.field, text: t(`act.lack.${lack.field}`) })));
        setAttempt(attempt + 1);
        if (lacks.length === 0) send.mutate();
      }}
    >
      {restored && (
        <p className={styles.restored}>
          {t('console:draft.restored')}{' '}
          <Button
            look="quiet"
            onClick={() => {
              setFilled(empty);
              setSent(undefined);
              setRestored(false);
              keep(undefined);
            }}
          >
            {t('console:draft.clear')}
          </Button>
        </p>
      )}
      <ErrorSummary errors={summary} attempt={attempt} />
      {problem && !problem.errors?.length && <Problem problem={problem} />}

      {possible.outcomes.length > 1 && (
        <Choices
          id={idOf('way')}
          name="way"
          legend={t(action === 'decide' ? 'act.decision' : 'act.way')}
          error={errorOf('way')}
          value={filled.way}
          onChange={(toStepId) => change({ way: toStepId })}
          choices={possible.outcomes.map((each) => {
            const to = stepOf(file, each.toStepId);
            const label = english ? (each.labelEn ?? each.label) : each.label;
            const name = to && nameText(to);
            return {
              value: each.toStepId,
              label,
              hint: name && name !== label ? t('act.to', { step: name }) : undefined,
            };
          })}
        />
      )}
      {possible.outcomes.length === 1 && way && (
        <p>
          {t('act.next')}{' '}
          <b>
            {(() => {
              const to = stepOf(file, way.toStepId);
              return to ? nameText(to) : way.label;
            })()}
          </b>
        </p>
      )}
      {action === 'reopen' && (
        <ReviewFields
          id={idOf('review')}
          review={filled.review}
          error={errorOf('review')}
          onChange={(review) => change({ review })}
        />
      )}
      {(action === 'return' || action === 'reopen') && possible.returnTo.length > 0 && (
        <Choices
          id={idOf('returnTo')}
          name="returnTo"
          legend={t(action === 'reopen' ? 'act.review.toStep' : 'act.returnTo')}
          error={errorOf('returnTo')}
          value={filled.returnTo}
          onChange={(returnTo) => change({ returnTo })}
          choices={possible.returnTo.map((id) => {
            const to = stepOf(file, id);
            return { value: id, label: to ? nameText(to) : id };
          })}
        />
      )}
      {action === 'pause' && (
        <SelectField
          id={idOf('ground')}
          label={t('act.ground')}
          hint={filled.ground === 'publicNotice' ? t('act.groundByStatute') : t('act.groundHint')}
          error={errorOf('ground')}
          width="medium"
          value={filled.ground ?? ''}
          onChange={(event) =>
            change({ ground: GROUNDS.find((ground) => ground === event.target.value) })
          }
        >
          <option value="">{t('act.choose')}</option>
          {GROUNDS.map((ground) => (
            <option key={ground} value={ground}>
              {t(`act.grounds.${ground}`)}
            </option>
          ))}
        </SelectField>
      )}
      {action === 'extend' && (
        <TextField
          id={idOf('days')}
          label={t('act.days')}
          hint={t('act.daysHint', { most: LONGEST_EXTENSION })}
          error={errorOf('days')}
          width="short"
          inputMode="numeric"
          value={filled.days}
          onChange={(event) => change({ days: event.target.value })}
        />
      )}
      {action === 'request-correction' && (
        <MissingFields
          id={idOf('missing')}
          file={file}
          missing={filled.missing}
          error={errorOf('missing')}
          onChange={(missing) => change({ missing })}
        />
      )}
      {action === 'request-originals' && (
        <OriginalsToBring
          id={idOf('originals')}
          file={file}
          missing={filled.missing}
          error={errorOf('originals') ?? errorOf('missing')}
          onChange={(missing) => change({ missing })}
        />
      )}
      {action === 'receive-originals' && (
        <OriginalsSeen
          id={idOf('seen')}
          file={file}
          seen={filled.seen}
          error={errorOf('seen')}
          onChange={(seen) => change({ seen })}
        />
      )}
      {action === 'mark-green' && (
        <GreenField
          id={idOf('greenGround')}
          file={file}
          value={filled.greenGround}
          error={errorOf('greenGround') ?? errorOf('ground')}
          onChange={(greenGround) => change({ greenGround })}
        />
      )}
      <TextArea
        id={idOf('reason')}
        label={t(action === 'mark-green' ? 'act.green.evidence' : 'act.reason')}
        hint={t('act.reasonHint')}
        error={errorOf('reason')}
        optional={!reasonNeeded}
        required={reasonNeeded}
        rows={3}
        maxLength={1000}
        value={filled.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      {risks.length > 0 && (
        <RiskConfirmation
          id={idOf('confirmedRisk')}
          risks={risks}
          error={errorOf('confirmedRisk')}
          confirmed={filled.confirmedRisk}
          onChange={(confirmedRisk) => change({ confirmedRisk })}
        />
      )}
      <DialogWays>
        <Button
          type="submit"
          look={action === 'refuse' ? 'danger' : 'primary'}
          busy={send.isPending}
        >
          {send.isPending ? t('act.doing') : t(`act.action.${action}`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('act.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
