import type { JointMaterial, JointMaterialAsk, JointTheme, SignedPromise } from '@/api/generated';

/** What is promised instead of handed in with the one form. */
export interface Word {
  /** Keys of the materials that come late (容缺后补). */
  late: readonly string[];
  /** Codes of the items whose conditions are promised instead of proven (告知承诺). */
  conditions: readonly string[];
  signedName: string;
}

export const NO_WORD: Word = { late: [], conditions: [], signedName: '' };

/** What is promised for one item. */
export interface Promised {
  itemCode: string;
  late: string[];
  conditions: boolean;
}

/** Whether the promise of the item's conditions stands for it. */
function replaced(theme: JointTheme, use: JointMaterialAsk, word: Word): boolean {
  const item = theme.items.find(({ itemCode }) => itemCode === use.itemCode);
  return word.conditions.includes(use.itemCode) && !!item?.promise?.replaces.includes(use.code);
}

/** The items that still need it with the application, whatever else is promised. */
function neededBy(theme: JointTheme, material: JointMaterial, word: Word): JointMaterialAsk[] {
  return material.usedBy.filter((use) => use.needed && !replaced(theme, use, word));
}

/** By when it may come at the latest; nothing when an item can't begin without it. */
export function lateLimit(theme: JointTheme, material: JointMaterial, word: Word) {
  const uses = neededBy(theme, material, word);
  const limits = uses.flatMap((use) => (use.lateLimit ? [use.lateLimit] : []));
  return limits.length > 0 && limits.length === uses.length
    ? limits.reduce((least, limit) => (limit.amount < least.amount ? limit : least))
    : undefined;
}

/** Whether it has to come with the application as things are promised. */
export function isNeeded(theme: JointTheme, material: JointMaterial, word: Word): boolean {
  const late = word.late.includes(material.key) && lateLimit(theme, material, word) !== undefined;
  return neededBy(theme, material, word).length > 0 && !late;
}

/** What is promised for each item; what comes after all isn't. */
export function promised(
  theme: JointTheme,
  itemCodes: readonly string[],
  materials: readonly JointMaterial[],
  given: readonly { key: string }[],
  word: Word,
): Promised[] {
  const late = materials.filter(
    (material) =>
      word.late.includes(material.key) &&
      lateLimit(theme, material, word) !== undefined &&
      !given.some(({ key }) => key === material.key),
  );
  return itemCodes
    .map((itemCode) => ({
      itemCode,
      late: late.flatMap((material) =>
        neededBy(theme, material, word)
          .filter((use) => use.itemCode === itemCode)
          .map((use) => use.code),
      ),
      conditions: word.conditions.includes(itemCode),
    }))
    .filter((one) => one.late.length > 0 || one.conditions);
}

/** As the application wants it; `versionOf` is that of the text that was shown. */
export function signed(
  all: readonly Promised[],
  word: Word,
  versionOf: (itemCode: string) => string | undefined,
): Record<string, SignedPromise> | undefined {
  if (all.length === 0) return undefined;
  return Object.fromEntries(
    all.map(({ itemCode, late, conditions }) => [
      itemCode,
      {
        version: versionOf(itemCode) ?? '-',
        signedName: word.signedName.trim(),
        late,
        conditions,
      },
    ]),
  );
}
