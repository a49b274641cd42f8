import { Section } from '@/components';
import {
  CheckAt,
  DateAt,
  LimitAt,
  LinesAt,
  NumberAt,
  RowsAt,
  SelectAt,
  TextAt,
} from '../form/fields';
import { useAt } from '../form/FormScope';
import { useWords } from '../useWords';
import { PromiseFields } from './PromiseFields';
import styles from './ItemFields.module.css';

/** Whether anything is charged: not said, nothing, or what is listed below. */
function FeesSaid() {
  const { t } = useWords();
  const { value, set } = useAt<object[]>('/content/fees');
  const said =
    value === undefined || value === null ? 'unsaid' : value.length === 0 ? 'free' : 'some';
  return (
    <div className={styles.said} role="group" aria-label={t('item.feesSaid')}>
      {(['unsaid', 'free', 'some'] as const).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="fees-said"
            checked={said === choice}
            onChange={() =>
              set(
                choice === 'unsaid'
                  ? undefined
                  : choice === 'free'
                    ? []
                    : [{ name: '', status: 'charged' }],
              )
            }
          />
          <span>{t(`item.fees.${choice}`)}</span>
        </label>
      ))}
    </div>
  );
}

/** Every field of an item's version. */
export function ItemFields() {
  const words = useWords();
  const { t } = words;
  const fees = useAt<object[]>('/content/fees').value;
  const result = useAt<object>('/content/result');
  const status = useAt<string>('/content/status').value ?? 'inForce';
  return (
    <>
      <Section id="item-what" title={t('item.section.what')}>
        <div className={styles.fields}>
          <TextAt at="/content/name" label={t('field.name')} lang="zh-CN" />
          <TextAt at="/content/nameEn" label={t('field.nameEn')} lang="en" optional />
          <TextAt at="/content/parentName" label={t('field.parentName')} lang="zh-CN" optional />
          <SelectAt at="/content/category" label={t('field.category')} options={words.categories} />
          <SelectAt
            at="/content/departmentCode"
            label={t('field.department')}
            options={words.departments}
            width="full"
          />
          <SelectAt
            at="/content/regionCode"
            label={t('field.region')}
            options={words.regions}
            width="full"
          />
          <SelectAt
            at="/content/level"
            label={t('field.level')}
            options={words.levels}
            none={t('item.levelOfRegion')}
          />
          <SelectAt
            at="/content/serviceFor"
            label={t('field.serviceFor')}
            options={words.served}
            none={t('form.unsaid')}
          />
        </div>
      </Section>
      <Section id="item-status" title={t('item.section.status')}>
        <div className={styles.fields}>
          <SelectAt at="/content/status" label={t('field.status')} options={words.statuses} />
          {status !== 'inForce' && (
            <>
              <TextAt
                at="/content/statusReason"
                label={t('field.statusReason')}
                optional
                lines={2}
                lang="zh-CN"
              />
              <DateAt at="/content/cancelledOn" label={t('field.cancelledOn')} optional />
              <NumberAt at="/content/cleanupRound" label={t('field.cleanupRound')} optional />
            </>
          )}
        </div>
      </Section>
      <Section id="item-limits" title={t('item.section.limits')}>
        <div className={styles.fields}>
          <SelectAt at="/content/handling" label={t('field.handling')} options={words.handlings} />
          <LimitAt
            at="/content/promisedLimit"
            label={t('field.promisedLimit')}
            hint={t('item.promiseHint')}
          />
          <LimitAt at="/content/statutoryLimit" label={t('field.statutoryLimit')} />
          <SelectAt
            at="/content/onlineDepth"
            label={t('field.onlineDepth')}
            options={words.depths}
            none={t('form.unsaid')}
            asNumber
            width="full"
          />
          <NumberAt at="/content/visits" label={t('field.visits')} optional />
        </div>
      </Section>
      <Section id="item-law" title={t('item.section.law')}>
        <RowsAt
          at="/content/legalBases"
          legend={t('field.legalBases')}
          name={(number) => t('item.row.law', { number })}
          add={t('item.add.law')}
          blank={() => ({ law: '' })}
        >
          {(at) => (
            <>
              <TextAt at={`${at}/law`} label={t('item.law.law')} lang="zh-CN" />
              <TextAt at={`${at}/article`} label={t('item.law.article')} optional lang="zh-CN" />
              <TextAt
                at={`${at}/text`}
                label={t('item.law.text')}
                optional
                lines={2}
                lang="zh-CN"
              />
            </>
          )}
        </RowsAt>
        <div className={styles.fields}>
          <LinesAt at="/content/conditions" label={t('field.conditions')} optional />
        </div>
      </Section>
      <Section id="item-materials" title={t('item.section.materials')}>
        <RowsAt
          at="/content/materials"
          legend={t('field.materials')}
          name={(number) => t('item.row.material', { number })}
          add={t('item.add.material')}
          blank={() => ({
            code: '',
            name: '',
            form: 'original',
            count: 1,
            source: 'applicant',
            required: true,
            deferrable: false,
          })}
        >
          {(at) => (
            <>
              <TextAt at={`${at}/code`} label={t('item.material.code')} width="short" />
              <TextAt at={`${at}/name`} label={t('item.material.name')} lang="zh-CN" />
              <TextAt at={`${at}/nameEn`} label={t('field.nameEn')} lang="en" optional />
              <SelectAt at={`${at}/form`} label={t('item.material.form')} options={words.forms} />
              <NumberAt at={`${at}/count`} label={t('item.material.count')} />
              <SelectAt
                at={`${at}/source`}
                label={t('item.material.source')}
                options={words.sources}
              />
              <CheckAt at={`${at}/required`} label={t('item.material.required')} />
              <CheckAt at={`${at}/deferrable`} label={t('item.material.deferrable')} />
              <LimitAt at={`${at}/lateLimit`} label={t('item.material.late')} />
              <TextAt at={`${at}/note`} label={t('item.material.note')} optional lang="zh-CN" />
            </>
          )}
        </RowsAt>
      </Section>
      <Section id="item-promise" title={t('item.section.promise')}>
        <PromiseFields />
      </Section>
      <Section id="item-fees" title={t('item.section.fees')}>
        <FeesSaid />
        {fees && fees.length > 0 && (
          <RowsAt
            at="/content/fees"
            legend={t('field.fees')}
            name={(number) => t('item.row.fee', { number })}
            add={t('item.add.fee')}
            blank={() => ({ name: '', status: 'charged' })}
          >
            {(at) => (
              <>
                <TextAt at={`${at}/name`} label={t('item.fee.name')} lang="zh-CN" />
                <SelectAt
                  at={`${at}/status`}
                  label={t('item.fee.status')}
                  options={words.feeStatuses}
                />
                <NumberAt
                  at={`${at}/amountFen`}
                  label={t('item.fee.amountFen')}
                  optional
                  width="medium"
                />
                <TextAt
                  at={`${at}/standard`}
                  label={t('item.fee.standard')}
                  optional
                  lang="zh-CN"
                />
                <TextAt at={`${at}/basis`} label={t('item.fee.basis')} optional lang="zh-CN" />
              </>
            )}
          </RowsAt>
        )}
      </Section>
      <Section id="item-result" title={t('item.section.result')}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={result.value !== undefined}
            onChange={(event) => result.set(event.target.checked ? { name: '' } : undefined)}
          />
          <span>{t('item.hasResult')}</span>
        </label>
        {result.value !== undefined && (
          <div className={styles.fields}>
            <TextAt at="/content/result/name" label={t('item.result.name')} lang="zh-CN" />
            <TextAt at="/content/result/nameEn" label={t('field.nameEn')} lang="en" optional />
          </div>
        )}
      </Section>
      <Section id="item-where" title={t('item.section.where')}>
        <RowsAt
          at="/content/windows"
          legend={t('field.windows')}
          name={(number) => t('item.row.window', { number })}
          add={t('item.add.window')}
          blank={() => ({ name: '' })}
        >
          {(at) => (
            <>
              <TextAt at={`${at}/name`} label={t('item.window.name')} lang="zh-CN" />
              <TextAt at={`${at}/address`} label={t('item.window.address')} optional lang="zh-CN" />
              <TextAt at={`${at}/hours`} label={t('item.window.hours')} optional lang="zh-CN" />
            </>
          )}
        </RowsAt>
        <div className={styles.fields}>
          <LinesAt at="/content/telephones" label={t('field.telephones')} optional />
          <LinesAt
            at="/content/supervisionTelephones"
            label={t('field.supervisionTelephones')}
            optional
          />
        </div>
      </Section>
      <Section id="item-duties" title={t('item.section.duties')}>
        <div className={styles.fields}>
          <LinesAt at="/content/duties" label={t('field.duties')} optional />
          <LinesAt at="/content/accountability" label={t('field.accountability')} optional />
        </div>
      </Section>
    </>
  );
}
