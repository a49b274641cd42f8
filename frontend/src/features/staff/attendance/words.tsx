import { useTranslation } from 'react-i18next';
import type {
  AttendanceLine,
  AttendanceState,
  AttendanceTally,
  CardPerson,
  ContestStanding,
} from '@/api/generated';
import { DateTime, Name, Tag, type Tone } from '@/components';
import ratings from '../ratings/Ratings.module.css';

export const STATES: readonly AttendanceState[] = [
  'present',
  'late',
  'leftEarly',
  'leave',
  'missing',
  'pending',
  'free',
];

const TONES: Record<AttendanceState, Tone> = {
  free: 'plain',
  pending: 'blue',
  present: 'good',
  late: 'warn',
  leftEarly: 'warn',
  leave: 'blue',
  missing: 'bad',
};

const STANDING_TONES: Record<ContestStanding, Tone> = {
  open: 'sun',
  upheld: 'good',
  declined: 'plain',
};

/** What somebody can contest: what stands to their disadvantage. */
export const isAdverse = (state: AttendanceState) =>
  state === 'late' || state === 'leftEarly' || state === 'missing';

export function StateTag({ state }: { state: AttendanceState }) {
  const { t } = useTranslation('attendance');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}

export function StandingTag({ standing }: { standing: ContestStanding }) {
  const { t } = useTranslation('attendance');
  return <Tag tone={STANDING_TONES[standing]}>{t(`standing.${standing}`)}</Tag>;
}

const COUNTS = [
  'expected',
  'present',
  'late',
  'leftEarly',
  'leave',
  'missing',
  'stoodIn',
] as const satisfies readonly (keyof AttendanceTally)[];

/** What days come to; the first number is what the others are of. */
export function Tally({ tally, people = false }: { tally: AttendanceTally; people?: boolean }) {
  const { t } = useTranslation('attendance');
  const shown = people ? COUNTS.filter((each) => each !== 'stoodIn') : COUNTS;
  return (
    <dl className={ratings.figures}>
      {shown.map((each) => (
        <div key={each}>
          <dt>{t(people && each === 'expected' ? 'tally.people' : `tally.${each}`)}</dt>
          <dd>{tally[each]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When somebody signed in and out, and by how much that was late or early. */
export function Signs({ line }: { line: AttendanceLine }) {
  const { t } = useTranslation('attendance');
  return (
    <>
      {line.signs.map((sign) => (
        <span key={sign.at}>
          {t(`kind.${sign.kind}`)} <DateTime value={sign.at} as="time" />
        </span>
      ))}
      {line.lateMinutes > 0 && <span>{t('late', { count: line.lateMinutes })}</span>}
      {line.earlyMinutes > 0 && <span>{t('early', { count: line.earlyMinutes })}</span>}
    </>
  );
}

function People({ people }: { people: CardPerson[] }) {
  return people.map((person, index) => (
    <span key={person.account}>
      {index > 0 && ' · '}
      <Name of={person} />
    </span>
  ));
}

/** AB岗: who took over, and for whom one took over oneself. */
export function TakeOver({ line }: { line: AttendanceLine }) {
  const { t } = useTranslation('attendance');
  return (
    <>
      {line.state === 'leave' && (
        <span>
          {line.tookOver.length === 0 ? t('nobodyTookOver') : t('tookOver')}{' '}
          <People people={line.tookOver} />
        </span>
      )}
      {line.stoodInFor.length > 0 && (
        <span>
          {t('stoodInFor')} <People people={line.stoodInFor} />
        </span>
      )}
    </>
  );
}
