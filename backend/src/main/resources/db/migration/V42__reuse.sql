-- What the city has already isn't asked for again (ADR 96): that it was shown and taken over is on the trail of whose it
-- is. Where a material came from is sealed with its name and needs no column.
alter table access_trail drop constraint access_trail_action_check;
alter table access_trail add constraint access_trail_action_check check (action in ('caseOpened', 'materialOpened',
  'plainValuesSeen', 'unmaskingAsked', 'unmaskingDecided', 'personSearched', 'exported', 'deletionAsked',
  'deletionDecided', 'trailRead', 'reuseOffered', 'reused')) not valid;
alter table access_trail validate constraint access_trail_action_check;
