import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Applicant,
  type ConsentWay,
  type CrossRegionItem,
  type Place,
  type PlaceOffer,
  type PowerItem,
  type Receipt,
  type ReuseMaterial,
  takeIn,
} from '@/api/generated';
import { listItemPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Choices,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { plainIdentityNumber, plainPhone } from '@/lib/person';
import { fieldName, toProblem } from '@/lib/problem';
import { CheckGroup } from './CheckGroup';
import { ElsewhereFields, elsewhereBody, HERE } from './ElsewhereFields';
import { Reusable } from './Reusable';
import styles from './Places.module.css';

const CONSENTS: readonly ConsentWay[] = ['signed', 'written', 'telephone'];
const NEEDED = ['name', 'phone'] as const;

function useErrors(attempt: number, texts: Record<string, string>, problem: unknown) {
  const { t } = useTranslation('place');
  const errors: Record<string, string> = {};
  if (attempt > 0) {
    for (const field of NEEDED) if (!texts[field]?.trim()) errors[field] = t('intake.missing');
  }
  for (const each of problem ? (toProblem(problem).errors ?? []) : []) {
    errors[fieldName(each.pointer ?? '').replace(/^applicant\./, '')] ??= each.detail;
  }
  return errors;
}

/** What is asked for one item at one place. */
export function IntakeForm({
  place,
  offer,
  anywhere,
  item,
  onDone,
}: {
  place: Place;
  /** What can be done of it here for here. */
  offer: PlaceOffer | undefined;
  /** That it can be taken in here for other regions. */
  anywhere: CrossRegionItem | undefined;
  item: PowerItem;
  onDone: (receipt: Receipt) => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const village = place.kind === 'villageRoom';
  const fixed = item.serviceFor === 'both' ? undefined : item.serviceFor;
  const [kind, setKind] = useState<Applicant['kind']>(fixed ?? 'person');
  const [texts, setTexts] = useState({
    name: '',
    identityNumber: '',
    phone: '',
    address: '',
    subject: '',
  });
  const [materials, setMaterials] = useState<string[]>([]);
  const [takenOver, setTakenOver] = useState<readonly ReuseMaterial[]>([]);
  const [consent, setConsent] = useState<ConsentWay | ''>(village ? 'signed' : '');
  const [collectAt, setCollectAt] = useState('');
  const [elsewhere, setElsewhere] = useState(HERE);
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const { data: places } = useQuery(listItemPlacesOptions({ path: { code: item.code } }));
  const collecting = (places ?? []).filter((each) => each.collect);
  const send = useMutation({
    mutationFn: () =>
      takeIn({
        headers: { 'Idempotency-Key': key },
        body: {
          placeCode: place.code,
          itemCode: item.code,
          // An own item is about the place where it is handed in.
          ...(offer?.own && { regionCode: place.regionCode }),
          applicant: {
            kind,
            name: texts.name.trim(),
            phone: plainPhone(texts.phone),
            ...(texts.identityNumber && {
              identityNumber: plainIdentityNumber(texts.identityNumber),
            }),
            ...(texts.address.trim() && { address: texts.address.trim() }),
          },
          ...(texts.subject.trim() && { subject: texts.subject.trim() }),
          materials: materials.map((code) => ({ code })),
          ...(takenOver.length > 0 && {
            takenOver: takenOver.map(({ code, from }) => ({ code, from })),
          }),
          ...(collectAt && { collectAt }),
          ...(consent && { consent }),
          ...elsewhereBody(place, elsewhere),
        },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onDone(data),
  });
  const errors = useErrors(attempt, texts, send.error);
  const problem = send.error && toProblem(send.error);
  function change(name: keyof typeof texts, value: string) {
    setTexts({ ...texts, [name]: value });
    if (name === 'name' || name === 'identityNumber') setTakenOver([]);
  }
  const field = (name: keyof typeof texts) => ({
    id: `intake-${name}`,
    value: texts[name],
    error: errors[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => change(name, target.value),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (NEEDED.every((each) => texts[each].trim())) send.mutate();
      }}
    >
      <p className="quiet">
        {elsewhere.region !== '' || !offer
          ? t('elsewhere.lead')
          : t(offer.own ? 'intake.ownItem' : offer.accepts ? 'intake.accepts' : 'intake.forwards')}
        {elsewhere.region === '' && offer?.letter && ` · ${offer.letter}`}
      </p>
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: `intake-${name}`,
          text: NEEDED.includes(name as (typeof NEEDED)[number])
            ? `${t(`intake.${name as (typeof NEEDED)[number]}`)}: ${text}`
            : text,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {anywhere && (
        <ElsewhereFields
          place={place}
          offer={offer}
          anywhere={anywhere}
          value={elsewhere}
          errors={errors}
          onChange={setElsewhere}
        />
      )}
      {!fixed && (
        <Choices
          name="kind"
          legend={t('intake.kind')}
          choices={[
            { value: 'person', label: t('intake.person') },
            { value: 'organisation', label: t('intake.organisation') },
          ]}
          value={kind}
          onChange={setKind}
        />
      )}
      <TextField label={t('intake.name')} maxLength={100} {...field('name')} />
      <TextField
        label={t('intake.identityNumber')}
        optional
        maxLength={30}
        width="medium"
        {...field('identityNumber')}
      />
      <TextField
        label={t('intake.phone')}
        type="tel"
        maxLength={30}
        width="medium"
        {...field('phone')}
      />
      <TextField label={t('intake.address')} optional maxLength={200} {...field('address')} />
      <TextArea
        label={t('intake.subject')}
        optional
        rows={2}
        maxLength={500}
        {...field('subject')}
      />
      {item.materials.length === 0 ? (
        <p className="quiet">{t('intake.materialsNone')}</p>
      ) : (
        <CheckGroup
          legend={<span id="intake-materials">{t('intake.materials')}</span>}
          choices={item.materials.map((each) => ({ value: each.code, label: nameText(each) }))}
          chosen={materials}
          onChange={setMaterials}
        />
      )}
      {item.materials.length > 0 && (
        <Reusable
          // Whoever it is now, what was found was another person's.
          key={`${texts.name}/${texts.identityNumber}`}
          asked={{
            placeCode: place.code,
            itemCode: item.code,
            name: texts.name.trim(),
            identityNumber: plainIdentityNumber(texts.identityNumber),
            ...(consent && { consent }),
          }}
          item={item}
          taken={takenOver}
          onChange={setTakenOver}
        />
      )}
      {errors.materials && <p role="alert">{errors.materials}</p>}
      {elsewhere.region === '' && collecting.length > 0 && (
        <SelectField
          id="intake-collectAt"
          label={t('intake.collectAt')}
          error={errors.collectAt}
          value={collectAt}
          onChange={({ target }) => setCollectAt(target.value)}
        >
          <option value="">{t('intake.collectWindow')}</option>
          {collecting.map((each) => (
            <option key={each.place.code} value={each.place.code}>
              {nameText(each.place)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        id="intake-consent"
        label={t('intake.consent')}
        hint={t('intake.consentHint')}
        error={errors.consent}
        value={consent}
        onChange={({ target }) => setConsent(target.value as ConsentWay | '')}
      >
        {!village && <option value="">{t('intake.came')}</option>}
        {CONSENTS.map((each) => (
          <option key={each} value={each}>
            {t(`consent.${each}`)}
          </option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" size="large" busy={send.isPending}>
          {t('intake.send')}
        </Button>
      </div>
    </form>
  );
}
