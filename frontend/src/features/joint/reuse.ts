import type { JointReuseMaterial, JointReuseOffers, TakenOverJointMaterial } from '@/api/generated';

/** What is offered for the items applied for, each by its first use among them as the form has it. */
export function offersFor(
  offers: JointReuseOffers | undefined,
  itemCodes: readonly string[],
): JointReuseMaterial[] {
  return (offers?.materials ?? []).flatMap((offer) => {
    const usedBy = itemCodes.flatMap((code) => offer.usedBy.filter((use) => use.itemCode === code));
    const first = usedBy[0];
    return first ? [{ ...offer, usedBy, key: `${first.itemCode}/${first.code}` }] : [];
  });
}

/** Whether two offers are of the same thing, whatever the form calls it. */
export const sameThing = (one: JointReuseMaterial, other: JointReuseMaterial) =>
  one.from.id === other.from.id && one.name === other.name;

/** Those that are taken, of what is offered now. */
export function takenOf(
  offered: readonly JointReuseMaterial[],
  taken: readonly JointReuseMaterial[],
): JointReuseMaterial[] {
  return offered.filter((offer) => taken.some((one) => sameThing(one, offer)));
}

/** As a command wants it; nothing when nothing is taken over. */
export function references(
  taken: readonly JointReuseMaterial[],
): TakenOverJointMaterial[] | undefined {
  return taken.length > 0 ? taken.map(({ key, from }) => ({ key, from })) : undefined;
}
