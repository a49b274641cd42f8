export { Exceptions } from './Exceptions';
export { Hours } from './Hours';
export { CasePlacesFacts } from './CasePlacesFacts';
export { Standard } from './Standard';
