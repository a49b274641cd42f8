import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Fee, ItemVersion, MaterialRequirement, PowerItem } from '@/api/generated';
import { listPowerItemVersionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  type Column,
  DateTime,
  Limit,
  Money,
  Name,
  Section,
  Table,
  Tag,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate, formatLimit } from '@/lib/format';
import { isAppliedFor } from '../categories';
import { isDescribed, unpublished } from './published';

import styles from './sections.module.css';

interface Part {
  item: PowerItem;
}

/** What can be promised instead of proven, and what a breach does (告知承诺、容缺后补). */
export function PromiseSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  const nameText = useNameText();
  const terms = item.promise;
  const conditions = terms?.conditions ?? [];
  const late = item.materials.some((one) => one.lateLimit);
  if (conditions.length === 0 && !late) return null;
  const english = language === 'en';
  const replaced = item.materials.filter((one) => terms?.replaces.includes(one.code));
  const more = english ? (terms?.consequencesEn ?? terms?.consequences) : terms?.consequences;
  return (
    <Section id="promise" title={t('item.promise.title')}>
      {conditions.length > 0 && (
        <>
          <p>{t('item.promise.lead')}</p>
          <ul>
            {conditions.map((one, place) => (
              <li key={one}>{english ? (terms?.conditionsEn?.[place] ?? one) : one}</li>
            ))}
          </ul>
          {replaced.length > 0 && (
            <p>
              {t('item.promise.replaces', {
                materials: replaced.map(nameText).join(english ? ', ' : '、'),
              })}
            </p>
          )}
          {terms?.checkLimit && (
            <p>{t('item.promise.check', { limit: formatLimit(terms.checkLimit, language) })}</p>
          )}
        </>
      )}
      {late && conditions.length === 0 && <p>{t('item.promise.lateBreach')}</p>}
      <p>{t(`item.promise.breach.${terms?.breach ?? 'hold'}`)}</p>
      {more && <p>{more}</p>}
    </Section>
  );
}

export function MaterialsSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  if (item.materials.length === 0 && (!isDescribed(item) || !isAppliedFor(item.category))) {
    return null;
  }
  const columns: Column<MaterialRequirement>[] = [
    {
      key: 'name',
      header: t('item.material'),
      rowHeader: true,
      cell: (material) => (
        <>
          <Name of={material} />
          {material.deferrable && (
            <>
              {' '}
              <Tag tone="sun">
                {material.lateLimit
                  ? t('item.deferrableWithin', { limit: formatLimit(material.lateLimit, language) })
                  : t('item.deferrable')}
              </Tag>
            </>
          )}
          {material.note && (
            <span className={styles.note} lang="zh-CN">
              {material.note}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'form',
      header: t('item.form'),
      cell: (material) =>
        `${t(`item.forms.${material.form}`)}${
          material.count > 0 && material.form !== 'electronic'
            ? ` ${t('item.copies', { count: material.count })}`
            : ''
        }`,
    },
    {
      key: 'source',
      header: t('item.source'),
      cell: (material) => t(`item.sources.${material.source}`),
    },
    {
      key: 'required',
      header: t('item.required'),
      cell: (material) => t(material.required ? 'item.requiredYes' : 'item.requiredNo'),
    },
  ];
  return (
    <Section id="materials" title={t('item.materials')}>
      {item.materials.length === 0 ? (
        <p>{t('item.materialsNone')}</p>
      ) : (
        <Table
          caption={t('item.materialsCaption')}
          columns={columns}
          rows={item.materials}
          rowKey={(material) => material.code}
        />
      )}
    </Section>
  );
}

export function ConditionsSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  if (item.conditions.length === 0) return null;
  return (
    <Section id="conditions" title={t('item.conditions')}>
      <ol className={styles.plain} lang="zh-CN">
        {item.conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
    </Section>
  );
}

export function FeesSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  if (item.fees.length === 0) return null;
  const columns: Column<Fee>[] = [
    {
      key: 'name',
      header: t('item.feeName'),
      rowHeader: true,
      cell: (fee) => <span lang="zh-CN">{fee.name}</span>,
    },
    {
      key: 'standard',
      header: t('item.feeStandard'),
      cell: (fee) => (
        <>
          {fee.amountFen !== undefined && <Money fen={fee.amountFen} />}{' '}
          {fee.standard && <span lang="zh-CN">{fee.standard}</span>}
        </>
      ),
    },
    {
      key: 'basis',
      header: t('item.feeBasis'),
      cell: (fee) => <span lang="zh-CN">{fee.basis}</span>,
    },
    {
      key: 'status',
      header: t('item.feeStatus'),
      cell: (fee) => t(`item.feeStatuses.${fee.status}`),
    },
  ];
  return (
    <Section id="fees" title={t('item.fees')}>
      <Table
        caption={t('item.fees')}
        columns={columns}
        rows={item.fees}
        rowKey={(fee, index) => `${fee.name}${index}`}
      />
    </Section>
  );
}

export function LimitsSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  if (!item.promisedLimit && !item.statutoryLimit) return null;
  return (
    <Section id="limits" title={t('item.limits')}>
      <dl className={styles.pairs}>
        {item.promisedLimit && (
          <div>
            <dt>{t('item.promised')}</dt>
            <dd>
              <Limit value={item.promisedLimit} />
            </dd>
          </div>
        )}
        {item.statutoryLimit && (
          <div>
            <dt>{t('item.statutory')}</dt>
            <dd>
              <Limit value={item.statutoryLimit} />
            </dd>
          </div>
        )}
      </dl>
      <p className="quiet small">{t('item.limitsText')}</p>
    </Section>
  );
}

export function LegalBasesSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  if (item.legalBases.length === 0) return null;
  return (
    <Section id="legal" title={t('item.legalBases')}>
      <ul role="list" className={styles.laws} lang="zh-CN">
        {item.legalBases.map((basis) => (
          <li key={`${basis.law}${basis.article}`}>
            <p className={styles.law}>
              《{basis.law.replace(/^《|》$/g, '')}》{basis.article}
            </p>
            {basis.text && <p className={styles.article}>{basis.text}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Telephones({ numbers }: { numbers: readonly string[] }) {
  return (
    <>
      {numbers.map((number) => (
        <a key={number} href={`tel:${number.replace(/[^\d+]/g, '')}`} className={styles.telephone}>
          {number}
        </a>
      ))}
    </>
  );
}

export function ContactSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  const { windows, telephones, supervisionTelephones } = item;
  if (windows.length + telephones.length + supervisionTelephones.length === 0) return null;
  return (
    <Section id="contact" title={t('item.contact')}>
      <div className={styles.contact}>
        {windows.map((window) => (
          <div key={`${window.name}${window.address}`} lang="zh-CN">
            <p className={styles.strong}>{window.name}</p>
            {window.address && <p>{window.address}</p>}
            {window.hours && <p className="quiet">{window.hours}</p>}
          </div>
        ))}
        {telephones.length > 0 && (
          <div>
            <p className="quiet small">{t('item.telephone')}</p>
            <Telephones numbers={telephones} />
          </div>
        )}
        {supervisionTelephones.length > 0 && (
          <div>
            <p className="quiet small">{t('item.supervision')}</p>
            <Telephones numbers={supervisionTelephones} />
          </div>
        )}
      </div>
    </Section>
  );
}

export function AccountabilitySection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  if (item.duties.length + item.accountability.length === 0) return null;
  return (
    <Section id="accountability" title={t('item.accountability')}>
      {item.duties.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('item.duties')}</h3>
          <ol className={styles.plain} lang="zh-CN">
            {item.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ol>
        </>
      )}
      {item.accountability.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('item.accountabilityCases')}</h3>
          <ol className={styles.plain} lang="zh-CN">
            {item.accountability.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** Holes are named in one place, with who ought to fill them, instead of standing all over the page. */
export function MissingSection({ item }: Part) {
  const { t } = useTranslation('powerlist');
  const nameText = useNameText();
  const missing = unpublished(item, isAppliedFor(item.category));
  if (missing.length === 0) return null;
  return (
    <Section id="missing" title={t('item.missingTitle')}>
      <ul role="list" className={styles.missing}>
        {missing.map((field) => (
          <li key={field}>{t(`fields.${field}`)}</li>
        ))}
      </ul>
      <p className="quiet small">
        {t('item.missingText', { department: nameText(item.department) })}
      </p>
    </Section>
  );
}

export function VersionsSection({ item }: Part) {
  const { t, i18n } = useTranslation('powerlist');
  const language = useLanguage();
  const { data } = useQuery(listPowerItemVersionsOptions({ path: { code: item.code } }));
  const columns: Column<ItemVersion>[] = [
    { key: 'version', header: t('item.version'), rowHeader: true, cell: (row) => row.version },
    {
      key: 'effective',
      header: t('item.effective'),
      cell: (row) => <DateTime value={row.effectiveFrom} as="date" />,
    },
    {
      key: 'changed',
      header: t('item.changed'),
      cell: (row) =>
        row.changed && row.changed.length > 0
          ? row.changed
              .map((field) =>
                i18n.exists(`powerlist:fields.${field}`) ? t(`fields.${field as 'name'}`) : field,
              )
              .join(language === 'en' ? ', ' : '、')
          : t('item.changedFirst'),
    },
  ];
  return (
    <Section id="versions" title={t('item.versions')}>
      <p>
        {t('item.versionNow', {
          version: item.version,
          date: formatDate(item.effectiveFrom, language, 'date'),
        })}
        {item.effectiveTo && (
          <>
            {language === 'en' ? ', ' : '，'}
            {t('item.versionUntil', { date: formatDate(item.effectiveTo, language, 'date') })}
          </>
        )}
      </p>
      {data && data.length > 1 && (
        <Table
          caption={t('item.versionsCaption')}
          columns={columns}
          rows={data}
          rowKey={(row) => String(row.version)}
        />
      )}
    </Section>
  );
}
