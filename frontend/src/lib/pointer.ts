/** JSON pointers (RFC 6901) into forms, as the server names fields. */

type Tree = Record<string, unknown> | unknown[];

function parts(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands there; undefined when nothing does. */
export function valueAt(tree: unknown, pointer: string): unknown {
  return parts(pointer).reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[part]
        : undefined,
    tree,
  );
}

function put(tree: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  const copy = (
    Array.isArray(tree) ? [...(tree as unknown[])] : { ...(tree as Record<string, unknown>) }
  ) as Tree;
  const inside = put((copy as Record<string, unknown>)[first], rest, value);
  if (inside === undefined && !Array.isArray(copy)) delete copy[first];
  else (copy as Record<string, unknown>)[first] = inside;
  return copy;
}

/** The same tree with another value there; undefined takes it out. The rest is shared, nothing is changed. */
export function withValueAt<T>(tree: T, pointer: string, value: unknown): T {
  return put(tree, parts(pointer), value) as T;
}

/** The id of the control a pointer leads to: `/content/fees/0/name` → `at-content-fees-0-name`. */
export function controlId(pointer: string): string {
  return `at${pointer.replaceAll('/', '-')}`;
}

/** The pointer itself, then ever wider around it: an error shows at the nearest field there is. */
export function around(pointer: string): string[] {
  const all = [pointer];
  for (let at = pointer; at.includes('/');) {
    at = at.slice(0, at.lastIndexOf('/'));
    if (at) all.push(at);
  }
  return all;
}
