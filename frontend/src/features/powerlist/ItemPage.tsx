import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getFlowOptions, getPowerItemOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItem } from '@/api/generated';
import { useFlowFigures } from '@/api/flowFigures';
import { ButtonLink, Loading, Name, Problem, Section, useNameText } from '@/components';
import { FlowChart } from '@/components/flow';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ApplyPanel } from './item/ApplyPanel';
import {
  AccountabilitySection,
  ConditionsSection,
  ContactSection,
  FeesSection,
  LegalBasesSection,
  LimitsSection,
  MaterialsSection,
  PromiseSection,
  MissingSection,
  VersionsSection,
} from './item/sections';
import { VideosSection } from './item/VideosSection';
import { NearbySection } from './item/NearbySection';
import { ItemFacts } from './item/ItemFacts';

import { StatusBanner } from './item/StatusBanner';
import styles from './ItemPage.module.css';

function FlowSection({ item }: { item: PowerItem }) {
  const { t } = useTranslation(['powerlist', 'common']);
  const nameText = useNameText();
  const { data, error, isPending, refetch } = useQuery(
    getFlowOptions({ path: { code: item.code } }),
  );
  const figures = useFlowFigures(item.code);
  const materials = new Map(item.materials.map((material) => [material.code, material]));
  return (
    <Section id="flow" title={t('item.flow')} wide>
      {item.flow.origin === 'standard' && (
        <p className={styles.standard}>
          <b>{t('item.standardFlow')}</b>{' '}
          {t('item.standardFlowText', { category: t(`common:category.${item.category}`) })}
        </p>
      )}
      {isPending && <Loading lines={6} />}
      {error && <Problem problem={toProblem(error)} onRetry={() => void refetch()} />}
      {data && (
        <FlowChart
          flow={data}
          figures={figures}
          materialName={(code) => {
            const material = materials.get(code);
            return material && nameText(material);
          }}
        />
      )}
      <p className={`${styles.downloads} small no-print not-elder`}>
        {t('item.downloads')}
        <a href={`/api/v1/power-items/${encodeURIComponent(item.code)}/flow.svg`}>
          {t('item.svg')}
        </a>
        <a href={`/api/v1/power-items/${encodeURIComponent(item.code)}/flow.bpmn`} download>
          {t('item.bpmn')}
        </a>
      </p>
    </Section>
  );
}

/** Where the power is exercised. A region that came with an import may be known by its code alone. */
function Where({ item }: { item: PowerItem }) {
  const { t } = useTranslation('common');
  const level = item.level && t(`level.${item.level}`);
  const named = item.region.name !== item.region.code;
  return (
    <span>
      {named && <Name of={item.region} />}
      {level && (named ? ` · ${level}` : level)}
    </span>
  );
}

/** Long official names stay readable: the longer, the smaller. */
function titleSize(name: string): string | undefined {
  if (name.length > 90) return styles.longest;
  if (name.length > 36) return styles.long;
  return undefined;
}

function Item({ item }: { item: PowerItem }) {
  const { t } = useTranslation(['powerlist', 'common']);
  const nameText = useNameText();
  const language = useLanguage();
  const name = nameText(item);
  usePageTitle(name, t('common:site.name'));
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div className="wrap">
          <nav aria-label={t('item.crumbs')} className={`${styles.crumbs} no-print`}>
            <ol role="list">
              <li>
                <Link href="/services">{t('common:nav.services')}</Link>
              </li>
              <li>
                <Link href={`/services?category=${item.category}`}>
                  {t(`common:category.${item.category}`)}
                </Link>
              </li>
            </ol>
          </nav>
          <p className="print-only">
            {t('common:site.full')} · {t('item.guide')}
          </p>
          <StatusBanner item={item} />
          <div className={styles.headGrid}>
            <div>
              <h1 className={titleSize(name)}>
                <Name of={item} />
              </h1>
              <p className={styles.by}>
                <Link href={`/services?department=${encodeURIComponent(item.department.code)}`}>
                  <Name of={item.department} />
                </Link>
                <Where item={item} />
              </p>
              <p className={styles.code}>
                {item.parentName && (
                  <span lang="zh-CN">{t('item.parentName', { name: item.parentName })}</span>
                )}
                <span>{t('item.code', { code: item.code })}</span>
              </p>
            </div>
            <ApplyPanel item={item} />
          </div>
        </div>
      </header>

      <div className="wrap">
        <ItemFacts item={item} />
        <FlowSection item={item} />
        <VideosSection item={item} />
        <NearbySection item={item} />
        <MaterialsSection item={item} />
        <PromiseSection item={item} />
        <ConditionsSection item={item} />
        <FeesSection item={item} />
        <LimitsSection item={item} />
        <LegalBasesSection item={item} />
        <ContactSection item={item} />
        <AccountabilitySection item={item} />
        <MissingSection item={item} />
        <VersionsSection item={item} />
        <p className="print-only small">
          {t('common:print.printed', { at: formatDate(new Date().toISOString(), language) })}{' '}
          {t('common:print.address', { url: window.location.href })}
        </p>
      </div>
    </article>
  );
}

export function ItemPage({ code }: { code: string }) {
  const { t } = useTranslation('powerlist');
  const { data, error, isPending, refetch } = useQuery(getPowerItemOptions({ path: { code } }));
  if (isPending) {
    return (
      <div className={`wrap ${styles.waiting}`}>
        <Loading lines={10} />
      </div>
    );
  }
  if (error) {
    const problem = toProblem(error);
    return (
      <div className={`wrap ${styles.waiting}`}>
        {problem.status === 404 ? (
          <div className={styles.none}>
            <h1>{t('item.notFound')}</h1>
            <p className="lead">{t('item.notFoundText')}</p>
            <ButtonLink href="/services">{t('search.label')}</ButtonLink>
          </div>
        ) : (
          <>
            <h1 className="visually-hidden">{t('item.guide')}</h1>
            <Problem problem={problem} onRetry={() => void refetch()} />
          </>
        )}
      </div>
    );
  }
  return <Item item={data} />;
}
