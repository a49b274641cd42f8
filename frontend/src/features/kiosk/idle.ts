/** Whether somebody stands at the screen, as far as their touches tell. */
export type Presence = { is: 'here' } | { is: 'leaving'; seconds: number } | { is: 'gone' };

const LONGEST_WARNING = 15;

/**
 * @param quietFor milliseconds since the last touch
 * @param idleSeconds after how many seconds everything is forgotten; the last quarter of them, 15 at
 *   most, is counted down
 */
export function presence(quietFor: number, idleSeconds: number): Presence {
  const left = Math.ceil(idleSeconds - quietFor / 1000);
  if (left <= 0) return { is: 'gone' };
  const warning = Math.min(LONGEST_WARNING, Math.ceil(idleSeconds / 4));
  return left <= warning ? { is: 'leaving', seconds: left } : { is: 'here' };
}
