import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ButtonLink, type Column, Section, Table } from '@/components';
import { usePageTitle } from '@/lib/title';
import styles from './DevelopersPage.module.css';

function Code({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Long lines scroll, so the keyboard must reach them.
    <pre className={styles.code} tabIndex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}

const LIMITS = [
  { cost: 'free', address: null, person: null },
  { cost: 'read', address: '6000 / 1 min', person: '1200 / 1 min' },
  { cost: 'search', address: '1200 / 1 min', person: '300 / 1 min' },
  { cost: 'write', address: '600 / 1 min', person: '300 / 1 min' },
  { cost: 'signIn', address: '120 / 1 min', person: '60 / 1 min' },
  { cost: 'upload', address: '600 MB / 10 min', person: '300 MB / 10 min' },
] as const;

type LimitRow = (typeof LIMITS)[number];

const SCOPES = ['publicRead', 'tracking', 'applying'] as const;

/** What another program may ask of the city, and how. */
export function DevelopersPage() {
  const { t } = useTranslation(['developers', 'common']);
  usePageTitle(t('title'), t('common:site.name'));
  const columns: Column<LimitRow>[] = [
    {
      key: 'cost',
      header: t('limits.cost'),
      rowHeader: true,
      cell: ({ cost }) => t(`limits.costs.${cost}`),
    },
    {
      key: 'address',
      header: t('limits.address'),
      cell: ({ address }) => address ?? t('limits.none'),
    },
    { key: 'person', header: t('limits.person'), cell: ({ person }) => person ?? t('limits.none') },
  ];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.ways}>
        {/* Another entry: its page is loaded anew. */}
        <a className={styles.docs} href="/api-docs">
          {t('docs')}
        </a>
        <ButtonLink href="/developers/applications" look="secondary">
          {t('mine')}
        </ButtonLink>
        <a href="/q/openapi">{t('contract')}</a>
      </div>

      <Section id="open" title={t('open.title')}>
        <p>{t('open.text')}</p>
        <Code label={t('open.example')}>
          {`curl '${window.location.origin}/api/v1/power-items?q=spjy&limit=5'
curl -i '${window.location.origin}/api/v1/board/feed?limit=20'
curl -i -H 'If-None-Match: "…"' '${window.location.origin}/api/v1/board/feed?limit=20'   # 304`}
        </Code>
        <p>{t('open.feed')}</p>
      </Section>

      <Section id="pages" title={t('cors.title')}>
        <p>{t('cors.text')}</p>
      </Section>

      <Section id="keys" title={t('keys.title')}>
        <ol className={styles.steps}>
          <li>
            <Link href="/developers/applications">{t('keys.register')}</Link>
          </li>
          <li>{t('keys.issue')}</li>
          <li>{t('keys.send')}</li>
        </ol>
        <Code label={t('keys.example')}>
          {`curl -H 'Authorization: Bearer sunlit_…' '${window.location.origin}/api/v1/departments'`}
        </Code>
        <dl className={styles.scopes}>
          {SCOPES.map((scope) => (
            <div key={scope}>
              <dt>
                <code>{scope}</code>
              </dt>
              <dd>{t(`scope.${scope}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('keys.rotate')}</p>
      </Section>

      <Section id="limits" title={t('limits.title')}>
        <p>{t('limits.text')}</p>
        <Table
          caption={t('limits.title')}
          columns={columns}
          rows={LIMITS}
          rowKey={({ cost }) => cost}
        />
        <p>{t('limits.codes')}</p>
        <Code label={t('limits.example')}>
          {`HTTP/1.1 429 Too Many Requests
RateLimit-Policy: "search";q=1200;w=60
RateLimit: "search";r=0;t=1
Retry-After: 1
Content-Type: application/problem+json`}
        </Code>
      </Section>

      <Section id="commands" title={t('commands.title')}>
        <p>{t('commands.text')}</p>
      </Section>

      <Section id="examples" title={t('examples.title')}>
        <p>{t('examples.text')}</p>
        <Code label={t('examples.run')}>
          {`java backend/docs/clients/java/Client.java ${window.location.origin}
npx tsx backend/docs/clients/typescript/client.ts ${window.location.origin}`}
        </Code>
      </Section>
    </div>
  );
}
