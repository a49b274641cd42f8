import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Carrier, type CarrierForm, keepCarrier } from '@/api/generated';
import {
  listBoardsOptions,
  listDepartmentsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { SelectField, TextField, useNameText } from '@/components';
import { TrialDialog } from '../TrialDialog';
import { ChangeTable } from './ChangeTable';
import { hasDevice, KINDS } from './words';

/** What is typed: everything is a text until it is sent. */
const EMPTY = {
  code: '',
  kind: 'screen',
  name: '',
  nameEn: '',
  place: '',
  placeEn: '',
  regionCode: '',
  departmentCode: '',
  responsible: '',
  size: '',
  screenCode: '',
  postingDays: '',
  idleSeconds: '',
  printer: '',
  closed: '',
};
type Typed = typeof EMPTY;

function typed(carrier: Carrier): Typed {
  return {
    code: carrier.code,
    kind: carrier.kind,
    name: carrier.name,
    nameEn: carrier.nameEn ?? '',
    place: carrier.place,
    placeEn: carrier.placeEn ?? '',
    regionCode: carrier.regionCode,
    departmentCode: carrier.department.code,
    responsible: carrier.responsible.account,
    size: carrier.size ?? '',
    screenCode: carrier.screenCode ?? '',
    postingDays: carrier.postingDays?.toString() ?? '',
    idleSeconds: carrier.idleSeconds?.toString() ?? '',
    printer: carrier.printer ? 'yes' : '',
    closed: carrier.closed ? 'yes' : '',
  };
}

function formOf(fields: Typed): CarrierForm {
  const kind = KINDS.find((each) => each === fields.kind) ?? 'screen';
  return {
    kind,
    name: fields.name.trim(),
    place: fields.place.trim(),
    regionCode: fields.regionCode.trim(),
    departmentCode: fields.departmentCode,
    responsible: fields.responsible.trim(),
    ...(fields.nameEn.trim() && { nameEn: fields.nameEn.trim() }),
    ...(fields.placeEn.trim() && { placeEn: fields.placeEn.trim() }),
    ...(fields.size.trim() && { size: fields.size.trim() }),
    ...(hasDevice(kind) && fields.screenCode && { screenCode: fields.screenCode }),
    ...(!hasDevice(kind) && fields.postingDays && { postingDays: Number(fields.postingDays) }),
    ...(kind === 'touch' && {
      ...(fields.idleSeconds && { idleSeconds: Number(fields.idleSeconds) }),
      printer: fields.printer === 'yes',
    }),
    closed: fields.closed === 'yes',
  };
}

/** Enters or changes a carrier; what that changes is seen before it is done. */
export function CarrierDialog({
  carrier,
  onDone,
  onClose,
}: {
  carrier?: Carrier;
  onDone: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('carriers');
  const nameText = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const boards = useQuery({ ...listBoardsOptions(), staleTime: Infinity });
  const [fields, setFields] = useState(carrier ? typed(carrier) : EMPTY);
  const put = (field: keyof Typed) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [field]: event.target.value });
  const lines =
    (errorOf: (field: string) => string | undefined) =>
    (field: keyof Typed, optional = false) => ({
      id: `carrier-${field}`,
      label: t(`field.${field}`),
      optional,
      error: errorOf(field),
      value: fields[field],
      onChange: put(field),
      required: !optional,
    });
  const device = hasDevice(formOf(fields).kind);

  const send = async (dryRun: boolean) =>
    (
      await keepCarrier({
        path: { carrier: fields.code.trim() },
        query: { dryRun },
        headers: { 'If-Match': `"${carrier?.version ?? 0}"` },
        body: formOf(fields),
        throwOnError: true,
      })
    ).data;

  return (
    <TrialDialog
      title={t(carrier ? 'change' : 'add')}
      words={{
        preview: t('preview'),
        confirm: t('confirm'),
        back: t('back'),
        cancel: t('cancel'),
      }}
      send={send}
      preview={({ changes }) => <ChangeTable changes={changes} />}
      onDone={({ code }) => onDone(code)}
      onClose={onClose}
    >
      {(errorOf) => {
        const line = lines(errorOf);
        return (
          <>
            {!carrier && (
              <TextField
                {...line('code')}
                hint={t('codeHint')}
                pattern="[A-Za-z0-9_\-]+"
                maxLength={64}
              />
            )}
            <SelectField {...line('kind')}>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`kind.${each}`)}
                </option>
              ))}
            </SelectField>
            <TextField {...line('name')} maxLength={100} />
            <TextField {...line('nameEn', true)} maxLength={200} />
            <TextField {...line('place')} maxLength={200} />
            <TextField {...line('placeEn', true)} maxLength={200} />
            <TextField
              {...line('regionCode')}
              hint={t('regionHint')}
              pattern="[0-9]{12}"
              inputMode="numeric"
              maxLength={12}
            />
            <SelectField {...line('departmentCode')}>
              <option value="" />
              {departments.data?.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameText(each)}
                </option>
              ))}
            </SelectField>
            <TextField {...line('responsible')} maxLength={100} />
            <TextField {...line('size', true)} maxLength={60} />
            {device ? (
              <SelectField {...line('screenCode', true)}>
                <option value="">{t('wholeCity')}</option>
                {boards.data?.map((each) => (
                  <option key={each.code} value={each.code}>
                    {nameText(each)}
                  </option>
                ))}
              </SelectField>
            ) : (
              <TextField
                {...line('postingDays', true)}
                type="number"
                min={1}
                max={366}
                width="short"
              />
            )}
            {fields.kind === 'touch' && (
              <>
                <TextField
                  {...line('idleSeconds', true)}
                  type="number"
                  min={20}
                  max={600}
                  width="short"
                />
                <SelectField {...line('printer', true)}>
                  <option value="">{t('no')}</option>
                  <option value="yes">{t('yes')}</option>
                </SelectField>
              </>
            )}
            {carrier && (
              <SelectField {...line('closed', true)}>
                <option value="">{t('no')}</option>
                <option value="yes">{t('yes')}</option>
              </SelectField>
            )}
          </>
        );
      }}
    </TrialDialog>
  );
}
