import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CardActionCode, CardColour, CardState, CardSummary } from '@/api/generated';
import { Bilingual, DateTime, Name, Tag, type Tone } from '@/components';
import { useLanguage } from '@/i18n';
import styles from '../Record.module.css';

export const COLOURS: readonly CardColour[] = ['warning', 'yellow', 'red'];
export const CARD_STATES: readonly CardState[] = [
  'issued',
  'explained',
  'appealed',
  'kept',
  'withdrawn',
];

const COLOUR_TONES: Record<CardColour, Tone> = { warning: 'blue', yellow: 'sun', red: 'bad' };

const STATE_TONES: Record<CardState, Tone> = {
  issued: 'plain',
  explained: 'plain',
  appealed: 'warn',
  kept: 'plain',
  withdrawn: 'good',
};

/** What decides for or against somebody is told apart from what goes on with it. */
export const MAIN_ACTIONS: readonly CardActionCode[] = [
  'appeal',
  'keep',
  'report-rectification',
  'accept-rectification',
  'hold-talk',
];

/** 预警 黄牌 红牌. */
export function ColourTag({ colour }: { colour: CardColour }) {
  const { t } = useTranslation('cards');
  return <Tag tone={COLOUR_TONES[colour]}>{t(`colour.${colour}`)}</Tag>;
}

export function CardStateTag({ state }: { state: CardState }) {
  const { t } = useTranslation('cards');
  return <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** The address of a card's page. */
export function cardPath(number: string): string {
  return `/staff/cards/${encodeURIComponent(number)}`;
}

/** Whose it is: a person's, or a department's alone. */
export function Concerned({ card }: { card: CardSummary }) {
  const { t } = useTranslation('cards');
  return card.person ? (
    <Name of={card.person} />
  ) : (
    <span className="quiet">{t('list.nobody')}</span>
  );
}

/** What a rule that found something is called. */
export function RuleName({ of }: { of: { ruleName: string; ruleNameEn: string } }) {
  return <Bilingual chinese={of.ruleName} english={of.ruleNameEn} />;
}

/** Cards of a file, each openable. */
export function CardList({ cards }: { cards: readonly CardSummary[] }) {
  const { t } = useTranslation('cards');
  const language = useLanguage();
  return (
    <ul role="list" className={styles.list}>
      {cards.map((card) => (
        <li key={card.number} className={styles.entry}>
          <div className={styles.line}>
            <ColourTag colour={card.colour} />
            <Link href={cardPath(card.number)} className={styles.number} lang="zh-CN">
              {card.number}
            </Link>
            <CardStateTag state={card.state} />
            {card.points > 0 && <span>{t('list.points', { count: card.points })}</span>}
          </div>
          <p className={styles.meta}>
            <span>
              <RuleName of={card} />
            </span>
            <span>{t(`list.of.${card.subject.kind}`, { number: card.subject.number })}</span>
            <DateTime value={card.issuedAt} as="date" />
            {card.answerBy && (
              <b>
                {t('list.answerBy')}
                {language === 'en' ? ' ' : ''}
                <DateTime value={card.answerBy} as="date" />
              </b>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
