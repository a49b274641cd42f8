import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SupervisionRule, SupervisionRuleGroup } from '@/api/generated';
import { listSupervisionRulesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Loading, Problem, Section } from '@/components';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import register from '../Register.module.css';
import { Grounds } from './Grounds';
import styles from './Rules.module.css';
import { SeverityTag } from './words';

const GROUPS: readonly SupervisionRuleGroup[] = [
  'clocks',
  'notices',
  'steps',
  'pauses',
  'charges',
  'people',
  'patterns',
  'documents',
  'voices',
  'windows',
];

function Rule({ rule }: { rule: SupervisionRule }) {
  const { t } = useTranslation('findings');
  const english = useLanguage() === 'en';
  return (
    <details className={styles.rule}>
      <summary>
        <Bilingual chinese={rule.name} english={rule.nameEn} />{' '}
        <SeverityTag severity={rule.severity} />
      </summary>
      <p>{english ? rule.whyEn : rule.why}</p>
      <Grounds grounds={rule.grounds} />
      {rule.parameters.map((parameter) => (
        <p key={parameter.name} className="quiet">
          {t('rules.setTo', {
            value: t(`parameter.${parameter.name}`, { value: parameter.value }),
          })}
        </p>
      ))}
      <p>
        <Link href={`/staff/findings?rule=${rule.code}`}>{t('rules.findings')}</Link>
      </p>
    </details>
  );
}

/** All rules of electronic supervision, with their legal grounds, by what they watch. */
export function RulesPage() {
  const { t } = useTranslation(['findings', 'common']);
  const rules = useQuery({ ...listSupervisionRulesOptions(), staleTime: Infinity });
  usePageTitle(t('rules.title'), t('common:site.name'));
  return (
    <div className={`wrap ${register.page}`}>
      <p>
        <Link href="/staff/findings">{t('finding.all')}</Link>
      </p>
      <h1>{t('rules.title')}</h1>
      <p className="lead">{t('rules.lead')}</p>
      {rules.isPending && <Loading lines={10} />}
      {rules.error && (
        <Problem problem={toProblem(rules.error)} onRetry={() => void rules.refetch()} />
      )}
      {rules.data &&
        GROUPS.map((group) => (
          <Section key={group} id={group} title={t(`group.${group}`)}>
            {rules.data.items
              .filter((rule) => rule.group === group)
              .map((rule) => (
                <Rule key={rule.code} rule={rule} />
              ))}
          </Section>
        ))}
    </div>
  );
}
