export { OfferedThing, OfferRow } from './OfferRow';
export { OffersSection } from './OffersSection';
export { DocumentName, FromApplication } from './Origin';
