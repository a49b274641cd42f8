export { Files, type FetchFile } from './Files';
export { Paper } from './Paper';
export { Answer, Author, Thread } from './Thread';
export { ModerationTag, TopicStateTag } from './TopicStateTag';
export { Writing } from './Writing';
