export interface Placed {
  character: string;
  x: number;
  y: number;
  /** Clockwise from upright, in degrees. */
  turn: number;
}

/** The widest arc a name takes, and the room a character gets on it where there is enough, in degrees. */
const WIDEST = 220;
const ROOM = 24;

/** Where the characters of a unit's name stand on the upper arc of its seal, around the middle. */
export function onArc(name: string, radius: number): Placed[] {
  const characters = [...name];
  const step = characters.length < 2 ? 0 : Math.min(ROOM, WIDEST / (characters.length - 1));
  return characters.map((character, place) => {
    const turn = (place - (characters.length - 1) / 2) * step;
    const angle = (turn * Math.PI) / 180;
    return { character, x: radius * Math.sin(angle), y: -radius * Math.cos(angle), turn };
  });
}

/** So large that characters on the arc don't touch. */
export function sizeOnArc(name: string, radius: number): number {
  const count = [...name].length;
  const step = count < 2 ? ROOM : Math.min(ROOM, WIDEST / (count - 1));
  return Math.min(19, radius * ((step * Math.PI) / 180) * 0.92);
}

/** A star of five points as an SVG path. */
export function star(radius: number): string {
  const inner = radius * 0.382;
  const points = Array.from({ length: 10 }, (_, place) => {
    const angle = (place * Math.PI) / 5;
    const reach = place % 2 === 0 ? radius : inner;
    return `${(reach * Math.sin(angle)).toFixed(2)} ${(-reach * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}z`;
}
