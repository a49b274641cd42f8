export { Button, ButtonLink } from './Button';
export { Choices, Field, SelectField, TextArea, TextField, type Choice } from './Field';
export { ErrorSummary, type SummaryError } from './ErrorSummary';
export { KeyFacts, type KeyFact } from './KeyFacts';
export { Problem, useProblemTexts } from './Problem';
export { Empty, LoadMore, Loading, NotPublished } from './States';
export { StateBadge, Tag, type CaseStateName, type Tone } from './Tag';
export { Table, type Column } from './Table';
export { Bilingual, Count, DateTime, Limit, Money, Name, useNameText } from './Values';
