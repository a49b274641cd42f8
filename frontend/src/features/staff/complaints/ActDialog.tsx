import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnComplaint,
  type ComplaintActionCode,
  type ComplaintCommand,
  type ComplaintGround,
  type ComplaintKind,
  type OpenedComplaint,
} from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Checks, Choices, SelectField, TextArea, TextField, useNameText } from '@/components';
import { ActForm } from '../matters/ActForm';
import type { Doing } from '../matters/Acting';
import { CategoryField } from './CategoryField';

const KINDS = ['enquiry', 'suggestion', 'complaint', 'help'] as const;
const GROUNDS = ['notOurs', 'notHere', 'several', 'inCourt'] as const;
const CALLED = ['yes', 'no', 'notReached'] as const;

type Field =
  | 'kind'
  | 'category'
  | 'concerned'
  | 'department'
  | 'joint'
  | 'ground'
  | 'days'
  | 'under'
  | 'words';

/** What each action asks for; the last two may be left out. */
const ASKED: Record<ComplaintActionCode, readonly (Field | 'fixed')[]> = {
  screen: ['kind', 'category', 'concerned'],
  assign: ['department', 'joint'],
  group: ['under'],
  takeUp: [],
  contribute: ['words'],
  transfer: ['department', 'ground', 'words'],
  return: ['ground', 'words'],
  askExtension: ['days', 'words'],
  grantExtension: [],
  refuseExtension: ['words'],
  urge: ['words'],
  supervise: ['words'],
  reply: ['words'],
  callBack: ['fixed'],
};
const MAY_BE_EMPTY: readonly string[] = ['category', 'concerned', 'joint', 'fixed'];

interface Typed {
  kind: ComplaintKind;
  category: string;
  concerned: string;
  department: string;
  joint: string[];
  ground: ComplaintGround | '';
  days: string;
  under: string;
  words: string;
  fixed: (typeof CALLED)[number];
}

function command(action: ComplaintActionCode, typed: Typed): ComplaintCommand {
  const asked = ASKED[action];
  return {
    ...(asked.includes('kind') && { kind: typed.kind }),
    ...(asked.includes('category') && typed.category && { category: typed.category }),
    ...(asked.includes('concerned') && {
      concerned: typed.concerned.split(/[\s,，、]+/).filter(Boolean),
    }),
    ...(asked.includes('department') && { department: typed.department }),
    ...(asked.includes('joint') && { joint: typed.joint }),
    ...(asked.includes('ground') && typed.ground && { ground: typed.ground }),
    ...(asked.includes('days') && { days: Number(typed.days) }),
    ...(asked.includes('under') && { under: typed.under.trim() }),
    ...(asked.includes('words') && { words: typed.words.trim() }),
    ...(asked.includes('fixed') &&
      typed.fixed !== 'notReached' && { fixed: typed.fixed === 'yes' }),
  };
}

/** Asks for what an action needs, and does it. */
export function ActDialog({
  of,
  doing,
}: {
  of: OpenedComplaint;
  doing: Doing<ComplaintActionCode>;
}) {
  const { action, idempotencyKey } = doing;
  const { t } = useTranslation(['complaints', 'complaint', 'common']);
  const nameText = useNameText();
  const asked = ASKED[action];
  const departments = useQuery({
    ...listDepartmentsOptions(),
    enabled: asked.includes('department'),
  });
  const [typed, setTyped] = useState<Typed>({
    kind: of.summary.kind,
    category: of.category?.code ?? '',
    concerned: '',
    department: of.named?.code ?? '',
    joint: [],
    ground: '',
    days: '5',
    under: '',
    words: '',
    fixed: 'yes',
  });
  const missing = asked.filter(
    (field) => !MAY_BE_EMPTY.includes(field) && !String(typed[field]).trim(),
  );
  return (
    <ActForm
      texts={{
        title: t(`action.${action}`),
        text: t(`ask.${action}`),
        missing: t('complaint:missing'),
        cancel: t('dialog.cancel'),
      }}
      missing={missing}
      send={() =>
        actOnComplaint({
          path: { complaintNumber: of.summary.number, complaintAction: action },
          headers: { 'If-Match': `"${of.version}"`, 'Idempotency-Key': idempotencyKey },
          body: command(action, typed),
          throwOnError: true,
        })
      }
      doing={doing}
    >
      {(errors) => {
        const field = (name: Exclude<keyof Typed, 'joint'>) => ({
          id: `act-${name}`,
          value: typed[name],
          error: errors[name],
          onChange: ({ target }: { target: { value: string } }) =>
            setTyped({ ...typed, [name]: target.value }),
        });
        return (
          <>
            {asked.includes('kind') && (
              <SelectField label={t('list.kind')} {...field('kind')}>
                {KINDS.map((each) => (
                  <option key={each} value={each}>
                    {t(`complaint:kind.${each}`)}
                  </option>
                ))}
              </SelectField>
            )}
            {asked.includes('category') && (
              <CategoryField
                complaintNumber={of.summary.number}
                id="act-category"
                value={typed.category}
                error={errors.category}
                onChange={(category) => setTyped({ ...typed, category })}
              />
            )}
            {asked.includes('concerned') && (
              <TextField
                label={t('dialog.concerned')}
                hint={t('dialog.concernedHint')}
                optional
                maxLength={300}
                {...field('concerned')}
              />
            )}
            {asked.includes('department') && (
              <SelectField label={t('list.lead')} {...field('department')}>
                <option value="">{t('dialog.choose')}</option>
                {departments.data?.map((each) => (
                  <option key={each.code} value={each.code}>
                    {nameText(each)}
                  </option>
                ))}
              </SelectField>
            )}
            {asked.includes('joint') && departments.data && (
              <details>
                <summary>{t('dialog.joint')}</summary>
                <Checks
                  id="act-joint"
                  legend={<span className="visually-hidden">{t('page.joint')}</span>}
                  error={errors.joint}
                  choices={departments.data
                    .filter((each) => each.code !== typed.department)
                    .map((each) => ({ value: each.code, label: nameText(each) }))}
                  values={typed.joint}
                  onChange={(joint) => setTyped({ ...typed, joint })}
                />
              </details>
            )}
            {asked.includes('ground') && (
              <SelectField label={t('dialog.ground')} {...field('ground')}>
                <option value="">{t('dialog.choose')}</option>
                {GROUNDS.map((each) => (
                  <option key={each} value={each}>
                    {t(`complaint:ground.${each}`)}
                  </option>
                ))}
              </SelectField>
            )}
            {asked.includes('days') && (
              <TextField
                type="number"
                min={1}
                max={30}
                width="short"
                label={t('dialog.days')}
                {...field('days')}
              />
            )}
            {asked.includes('under') && (
              <TextField
                label={t('dialog.under')}
                maxLength={40}
                width="medium"
                {...field('under')}
              />
            )}
            {asked.includes('fixed') && (
              <Choices
                name="fixed"
                legend={t('dialog.fixed')}
                choices={CALLED.map((each) => ({ value: each, label: t(`called.${each}`) }))}
                value={typed.fixed}
                onChange={(fixed) => setTyped({ ...typed, fixed })}
              />
            )}
            {asked.includes('words') && (
              <TextArea
                label={t(action === 'reply' ? 'dialog.reply' : 'dialog.words')}
                rows={action === 'reply' ? 8 : 4}
                maxLength={5000}
                {...field('words')}
              />
            )}
          </>
        );
      }}
    </ActForm>
  );
}
