export { BulletinPage } from './BulletinPage';
export { OwnRatePage, RatePage } from './RatePage';
export { TerminalPage } from './TerminalPage';
