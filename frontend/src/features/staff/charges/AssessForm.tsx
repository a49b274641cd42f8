import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assessCase, type CaseCharge, type FeeEntry, type StatedFee } from '@/api/generated';
import { Bilingual, Button, ErrorSummary, Problem, SelectField, TextField } from '@/components';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import styles from './Charges.module.css';

interface Filled {
  applies: boolean;
  quantities: string[];
  exemption: string;
}

/** What is sent: the fees that apply, in the order of the standards. */
function stated(standards: readonly FeeEntry[], filled: Record<string, Filled>): StatedFee[] {
  return standards.flatMap(({ code }) => {
    const fee = filled[code]!;
    if (!fee.applies) return [];
    const quantities = fee.quantities.map((each) => each.trim());
    return [{ feeCode: code, quantities, ...(fee.exemption && { exemption: fee.exemption }) }];
  });
}

/** Quantities are stated and exemptions chosen; amounts follow from the standard. */
export function AssessForm({
  charge,
  onDone,
  onCancel,
}: {
  charge: CaseCharge;
  onDone: (after: CaseCharge) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation('charge');
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const [filled, setFilled] = useState<Record<string, Filled>>(() =>
    Object.fromEntries(
      charge.standards.map((standard) => {
        const line = charge.bill?.lines.find(
          (each) => each.caseNumber === charge.caseNumber && each.feeCode === standard.code,
        );
        return [
          standard.code,
          {
            applies: !standard.optional || line !== undefined,
            quantities: standard.tariff.measures.map((_, place) => line?.quantities[place] ?? ''),
            exemption: line?.exemption?.code ?? '',
          },
        ];
      }),
    ),
  );
  const put = (code: string, change: Partial<Filled>) =>
    setFilled((before) => ({ ...before, [code]: { ...before[code]!, ...change } }));
  const send = useMutation({
    mutationFn: async () =>
      (
        await assessCase({
          path: { caseNumber: charge.caseNumber },
          headers: { 'If-Match': `"${charge.bill?.version ?? 0}"` },
          body: { fees: stated(charge.standards, filled) },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    onError: () => setAttempt((before) => before + 1),
  });
  const problem = send.error ? toProblem(send.error) : undefined;
  const sent = charge.standards.filter(({ code }) => filled[code]!.applies);
  /** The field that a pointer such as `/fees/0/quantities/1` means. */
  const fieldOf = (pointer: string | undefined) => {
    const [, fee, , place] = /^\/fees\/(\d+)(\/quantities\/(\d+))?/.exec(pointer ?? '') ?? [];
    const code = fee === undefined ? charge.standards[0]!.code : sent[Number(fee)]?.code;
    return `charge-${code}-${place ?? 0}`;
  };
  const errors =
    problem?.errors?.map((error) => ({
      fieldId: fieldOf(error.pointer),
      text: error.detail ?? '',
    })) ?? [];
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.text;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && errors.length === 0 && <Problem problem={problem} />}
      {charge.standards.map((standard) => {
        const fee = filled[standard.code]!;
        return (
          <fieldset key={standard.code} className={styles.fee}>
            <legend>
              <Bilingual chinese={standard.name} english={standard.nameEn} />
            </legend>
            {standard.optional && (
              <label className={styles.applies}>
                <input
                  type="checkbox"
                  checked={fee.applies}
                  onChange={({ target }) => put(standard.code, { applies: target.checked })}
                />
                {t('case.applies')}
              </label>
            )}
            {fee.applies && (
              <div className={styles.pair}>
                {standard.tariff.measures.map((measure, place) => {
                  const id = `charge-${standard.code}-${place}`;
                  return (
                    <TextField
                      key={id}
                      id={id}
                      label={t('case.quantity', {
                        unit: language === 'en' ? (measure.nameEn ?? measure.name) : measure.name,
                      })}
                      width="short"
                      inputMode="decimal"
                      maxLength={13}
                      value={fee.quantities[place] ?? ''}
                      error={errorOf(id)}
                      onChange={({ target }) =>
                        put(standard.code, {
                          quantities: fee.quantities.map((each, at) =>
                            at === place ? target.value : each,
                          ),
                        })
                      }
                    />
                  );
                })}
                {standard.exemptions.length > 0 && (
                  <SelectField
                    id={
                      standard.tariff.measures.length === 0
                        ? `charge-${standard.code}-0`
                        : `charge-${standard.code}-exemption`
                    }
                    label={t('case.exemption')}
                    width="medium"
                    value={fee.exemption}
                    onChange={({ target }) => put(standard.code, { exemption: target.value })}
                  >
                    <option value="">{t('case.noExemption')}</option>
                    {standard.exemptions.map((one) => (
                      <option key={one.code} value={one.code}>
                        {language === 'en' ? (one.nameEn ?? one.name) : one.name}
                      </option>
                    ))}
                  </SelectField>
                )}
              </div>
            )}
          </fieldset>
        );
      })}
      <div className={styles.ways}>
        <Button type="submit" busy={send.isPending}>
          {send.isPending ? t('case.sending') : t('case.assess')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('case.keep')}
          </Button>
        )}
      </div>
    </form>
  );
}
