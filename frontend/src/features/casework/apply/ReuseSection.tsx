import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRegionsOptions, listReuseOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItem, ReuseMaterial, ReuseOffers } from '@/api/generated';
import { useNameText } from '@/components';
import { OfferedThing, OfferRow, OffersSection } from '@/components/reuse';
import { anythingLeft, filled, withAll, withMaterial } from './reuse';
import type { DraftHandle } from './useDraft';

/** What the city has already from whoever is signed in. */
function useReuse(itemCode: string): ReuseOffers | undefined {
  const { data } = useQuery({
    ...listReuseOptions({ query: { itemCode } }),
    // Somebody's data: no longer in memory than it is looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return data;
}

/** What needn't be typed or handed in, each with where it is from, and one press for all of it. */
export function ReuseSection({ item, handle }: { item: PowerItem; handle: DraftHandle }) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  const offers = useReuse(item.code);
  const regional = offers?.fields.some(({ field }) => field === 'regionCode') ?? false;
  const { data: regions } = useQuery({
    ...listRegionsOptions(),
    enabled: regional,
    staleTime: 300_000,
  });
  if (!offers || offers.fields.length + offers.materials.length === 0) return null;
  const { draft } = handle;
  const nameOf = (material: ReuseMaterial) => {
    const asked = item.materials.find(({ code }) => code === material.code);
    return asked ? nameText(asked) : material.code;
  };
  const value = (field: ReuseOffers['fields'][number]) => {
    const region = regions?.find(({ code }) => code === field.value);
    return field.field === 'regionCode' && region ? nameText(region) : field.value;
  };
  return (
    <OffersSection
      id="apply-reuse"
      anythingLeft={anythingLeft(draft, offers)}
      onAll={() => handle.change(withAll(draft, offers))}
    >
      {offers.fields.map((field) => (
        <OfferRow
          key={field.field}
          name={t(field.field === 'subject' ? 'apply.subject' : 'apply.township')}
          what={value(field)}
          source={field.source}
          taken={filled(draft, field)}
          onTake={() => handle.change({ [field.field]: field.value })}
          onLeave={() => handle.change({ [field.field]: '' })}
        />
      ))}
      {offers.materials.map((material) => (
        <OfferRow
          key={material.code}
          name={nameOf(material)}
          what={<OfferedThing offer={material} />}
          source={material.source}
          taken={draft.takenOver?.[material.code] !== undefined}
          onTake={() => handle.change(withMaterial(draft, material, true))}
          onLeave={() => handle.change(withMaterial(draft, material, false))}
        />
      ))}
    </OffersSection>
  );
}
