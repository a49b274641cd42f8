import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PlaceDetail, PlaceOffer } from '@/api/generated';
import { getPlaceOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  ButtonLink,
  DateTime,
  KeyFacts,
  Loading,
  Name,
  Problem,
  Section,
  Table,
  Tag,
} from '@/components';
import { Exceptions, Hours, Standard } from '@/components/place';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Place.module.css';

function Offers({ offers }: { offers: readonly PlaceOffer[] }) {
  const { t } = useTranslation('place');
  return (
    <Table
      caption={t('what')}
      rows={offers}
      rowKey={(offer) => `${offer.itemCode}/${offer.own}`}
      columns={[
        {
          key: 'item',
          header: t('item'),
          rowHeader: true,
          cell: (offer) => (
            <Link href={`/services/${encodeURIComponent(offer.itemCode)}`}>
              <Bilingual chinese={offer.itemName} english={offer.itemNameEn} />
            </Link>
          ),
        },
        {
          key: 'department',
          header: t('department'),
          cell: (offer) => <Name of={offer.department} />,
        },
        {
          key: 'kind',
          header: t('ownOrDelegated'),
          cell: (offer) => t(offer.own ? 'own' : 'delegated'),
        },
        {
          key: 'what',
          header: t('whatThere'),
          cell: (offer) => (
            <>
              {offer.handIn && <Tag>{t('handIn')}</Tag>}{' '}
              {offer.collect && <Tag tone="good">{t('collect')}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}

function Detail({ detail }: { detail: PlaceDetail }) {
  const { t } = useTranslation(['place', 'common']);
  const language = useLanguage();
  const { place, offers } = detail;
  const county = place.kind === 'cityHall' && !place.regionCode.endsWith('00000000');
  usePageTitle(
    language === 'en' ? (place.nameEn ?? place.name) : place.name,
    t('common:site.name'),
  );
  return (
    <article className={`wrap ${styles.page}`}>
      <p className="no-print">
        <Link href="/places">{t('back')}</Link>
      </p>
      <h1>
        <Name of={place} />
      </h1>
      <p className="lead">{t(`kindLead.${county ? 'countyHall' : place.kind}`)}</p>
      <KeyFacts
        compact
        facts={[
          {
            label: t('address'),
            value: <Bilingual chinese={place.address} english={place.addressEn} />,
          },
          {
            label: t('telephone'),
            value: <a href={`tel:${place.telephone}`}>{place.telephone}</a>,
          },
          { label: t('open'), value: <Hours hours={place.hours} /> },
        ]}
      />
      {detail.exceptions && detail.exceptions.length > 0 && (
        <Section id="exceptions" title={t('exceptions')}>
          <Exceptions exceptions={detail.exceptions} />
        </Section>
      )}
      <p className="no-print">
        <ButtonLink href={`/places/${encodeURIComponent(place.code)}/book`}>{t('book')}</ButtonLink>
      </p>
      {place.standard && (
        <Section id="standard" title={t('room.title')}>
          <Standard met={place.standard.met} />
          <p className="small quiet">
            {t('room.checkedOn')} <DateTime value={place.standard.checkedOn} as="date" />
          </p>
        </Section>
      )}
      <Section id="offers" title={t('what')} wide>
        {place.kind === 'cityHall' ? (
          <p>
            {t(county ? 'countyText' : 'everythingText')}{' '}
            <Link href="/services">{t('toServices')}</Link>
          </p>
        ) : offers.length === 0 ? (
          <p>{t('nothingThere')}</p>
        ) : (
          <Offers offers={offers} />
        )}
      </Section>
    </article>
  );
}

/** One place: where it is, when it is open, what can be done there. */
export function PlacePage({ code }: { code: string }) {
  const { t } = useTranslation('place');
  const found = useQuery(getPlaceOptions({ path: { code } }));
  if (found.data) return <Detail detail={found.data} />;
  const problem = found.error && toProblem(found.error);
  return (
    <div className={`wrap ${styles.page}`}>
      {!problem && <Loading lines={8} />}
      {problem?.status === 404 && (
        <>
          <h1>{t('gone')}</h1>
          <ButtonLink href="/places">{t('back')}</ButtonLink>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          <h1>{t('title')}</h1>
          <Problem problem={problem} onRetry={() => void found.refetch()} />
        </>
      )}
    </div>
  );
}
