import { useTranslation } from 'react-i18next';
import { Bilingual, DateTime, Name } from '../Values';

interface Counter {
  place: { name: string; nameEn?: string | undefined };
  acts: boolean;
  letter?: string | undefined;
}

interface CrossRegion {
  basis: string;
  home: { name: string; nameEn?: string | undefined };
  checkedAt: string;
  checkedBy?: string | undefined;
  checkedByEn?: string | undefined;
  courier: boolean;
}

interface Places {
  takenIn?: Counter | undefined;
  collect?: Counter | undefined;
  crossRegion?: CrossRegion | undefined;
  consent?:
    | {
        way: 'signed' | 'written' | 'telephone';
        at: string;
        agent: string;
        agentEn?: string | undefined;
      }
    | undefined;
}

function Where({ counter }: { counter: Counter }) {
  const { t } = useTranslation('place');
  return (
    <>
      <Name of={counter.place} />
      {counter.acts && counter.letter && (
        <span className="small quiet"> {t('case.letter', { letter: counter.letter })}</span>
      )}
    </>
  );
}

/** Which region decides what was handed in in another, and what was checked there (跨区域通办). */
function Elsewhere({ between }: { between: CrossRegion }) {
  const { t } = useTranslation('place');
  return (
    <>
      <div>
        <dt>{t('case.home')}</dt>
        <dd>
          <Name of={between.home} />
          <span className="small quiet"> {t('case.anywhere', { basis: between.basis })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('case.checked')}</dt>
        <dd>
          {between.checkedBy && (
            <>
              <Bilingual chinese={between.checkedBy} english={between.checkedByEn} />
              {' · '}
            </>
          )}
          <DateTime value={between.checkedAt} />
        </dd>
      </div>
      {between.courier && (
        <div>
          <dt>{t('case.collect')}</dt>
          <dd>{t('case.courier')}</dd>
        </div>
      )}
    </>
  );
}

/** Where a case was handed in and is collected, and who filed for whom: terms and values for a list. */
export function CasePlacesFacts({ places }: { places: Places }) {
  const { t } = useTranslation('place');
  return (
    <>
      {places.takenIn && (
        <div>
          <dt>{t('case.takenIn')}</dt>
          <dd>
            <Where counter={places.takenIn} />
          </dd>
        </div>
      )}
      {places.crossRegion && <Elsewhere between={places.crossRegion} />}
      {places.collect && (
        <div>
          <dt>{t('case.collect')}</dt>
          <dd>
            <Where counter={places.collect} />
          </dd>
        </div>
      )}
      {places.consent && (
        <div>
          <dt>{t('case.agent')}</dt>
          <dd>
            <Bilingual chinese={places.consent.agent} english={places.consent.agentEn} />
            <span className="small quiet">
              {' '}
              {t(`consent.${places.consent.way}`)} · <DateTime value={places.consent.at} />
            </span>
          </dd>
        </div>
      )}
    </>
  );
}
