import type { ReuseMaterial, ReuseOffers, TakenOverMaterial } from '@/api/generated';
import type { Draft } from './draft';

/** What fields of the draft hold that the city has from an earlier application. */
export function filled(draft: Draft, field: ReuseOffers['fields'][number]): boolean {
  return draft[field.field] === field.value;
}

/** Whether there is anything left to take over. */
export function anythingLeft(draft: Draft, offers: ReuseOffers): boolean {
  return (
    offers.fields.some((field) => !filled(draft, field)) ||
    offers.materials.some((material) => !draft.takenOver?.[material.code])
  );
}

/** The draft with everything that is offered; what has been typed or uploaded so far stays. */
export function withAll(draft: Draft, offers: ReuseOffers): Partial<Draft> {
  const fields = offers.fields.filter((field) => draft[field.field] === '');
  return {
    ...Object.fromEntries(fields.map((field) => [field.field, field.value])),
    takenOver: Object.fromEntries(
      offers.materials
        .filter((material) => !draft.files[material.code]?.length)
        .map((material) => [material.code, material]),
    ),
  };
}

/** With or without one of them. */
export function withMaterial(draft: Draft, material: ReuseMaterial, taken: boolean) {
  const others = { ...draft.takenOver };
  delete others[material.code];
  return { takenOver: taken ? { ...others, [material.code]: material } : others };
}

/** As the command wants it. */
export function references(draft: Draft): TakenOverMaterial[] | undefined {
  const taken = Object.values(draft.takenOver ?? {});
  return taken.length > 0 ? taken.map(({ code, from }) => ({ code, from })) : undefined;
}
