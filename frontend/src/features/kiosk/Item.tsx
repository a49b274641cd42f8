import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PowerItem } from '@/api/generated';
import {
  getFlowOptions,
  getPowerItemOptions,
  listItemPlacesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, KeyFacts, Limit, Money, Name, Section, useNameText } from '@/components';
import { FlowChart } from '@/components/flow';
import { Hours } from '@/components/place';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import styles from './Kiosk.module.css';
import { Asked } from './parts';

function Facts({ item }: { item: PowerItem }) {
  const { t } = useTranslation(['kiosk', 'powerlist']);
  const limit = item.promisedLimit ?? item.statutoryLimit;
  return (
    <KeyFacts
      facts={[
        { label: t('item.department'), value: <Name of={item.department} /> },
        ...(limit
          ? [{ label: t('item.limit'), value: <Limit value={limit} />, strong: true }]
          : []),
        ...(item.free === undefined
          ? []
          : [{ label: t('item.fee'), value: t(item.free ? 'item.free' : 'item.charged') }]),
        ...(item.visits === undefined
          ? []
          : [{ label: t('item.visits'), value: t('item.times', { count: item.visits }) }]),
        ...(item.telephones.length > 0
          ? [{ label: t('item.telephone'), value: item.telephones.join(' ') }]
          : []),
      ]}
    />
  );
}

function Flow({ item }: { item: PowerItem }) {
  const nameText = useNameText();
  const flow = useQuery(getFlowOptions({ path: { code: item.code } }));
  const materials = new Map(item.materials.map((material) => [material.code, material]));
  return (
    <Asked of={flow}>
      {(drawn) => (
        <FlowChart
          flow={drawn}
          materialName={(code) => {
            const material = materials.get(code);
            return material && nameText(material);
          }}
        />
      )}
    </Asked>
  );
}

function Where({ item }: { item: PowerItem }) {
  const { t } = useTranslation('kiosk');
  const places = useQuery(listItemPlacesOptions({ path: { code: item.code } }));
  return (
    <Section id="where" title={t('item.where')}>
      <ul role="list" className={styles.lines}>
        {item.windows.map((window) => (
          <li key={`${window.name}${window.address}`} lang="zh-CN">
            <b>{window.name}</b> {window.address} {window.hours}
          </li>
        ))}
        {places.data?.slice(0, 6).map(({ place }) => (
          <li key={place.code}>
            <b>
              <Name of={place} />
            </b>{' '}
            <Bilingual chinese={place.address} english={place.addressEn} />{' '}
            <Hours hours={place.hours} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Guide({ item, printer }: { item: PowerItem; printer: boolean }) {
  const { t } = useTranslation(['kiosk', 'powerlist']);
  const language = useLanguage();
  return (
    <article>
      <h1>
        <Name of={item} />
      </h1>
      {item.status !== 'inForce' && <p role="status">{t('item.notInForce')}</p>}
      {printer && (
        <p className="no-print">
          <button type="button" className={styles.strong} onClick={() => window.print()}>
            {t('item.print')}
          </button>
        </p>
      )}
      <Facts item={item} />
      <Section id="flow" title={t('item.flow')} wide>
        <Flow item={item} />
      </Section>
      {item.materials.length > 0 && (
        <Section id="materials" title={t('item.materials')}>
          <ol className={styles.lines}>
            {item.materials.map((material) => (
              <li key={material.code}>
                <b>
                  <Name of={material} />
                </b>{' '}
                {t(`powerlist:item.forms.${material.form}`)}
                {material.required ? '' : ` · ${t('item.optional')}`}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {item.conditions.length > 0 && (
        <Section id="conditions" title={t('item.conditions')}>
          <ol className={styles.lines} lang="zh-CN">
            {item.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </Section>
      )}
      {item.fees.length > 0 && (
        <Section id="fees" title={t('item.fees')}>
          <ul role="list" className={styles.lines} lang="zh-CN">
            {item.fees.map((fee) => (
              <li key={fee.name}>
                <b>{fee.name}</b> {fee.amountFen !== undefined && <Money fen={fee.amountFen} />}{' '}
                {fee.standard}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Where item={item} />
      {item.legalBases.length > 0 && (
        <Section id="legal" title={t('item.legal')}>
          <ul role="list" className={styles.lines} lang="zh-CN">
            {item.legalBases.map((basis) => (
              <li key={`${basis.law}${basis.article}`}>
                《{basis.law.replace(/^《|》$/g, '')}》{basis.article}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="print-only small">
        {t('item.printed', { at: formatDate(new Date().toISOString(), language) })}
      </p>
    </article>
  );
}

/** The guide of an item 办事指南 with its flowchart. */
export function Item({ code, printer }: { code: string; printer: boolean }) {
  const found = useQuery(getPowerItemOptions({ path: { code } }));
  return <Asked of={found}>{(item) => <Guide item={item} printer={printer} />}</Asked>;
}
