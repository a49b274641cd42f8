/** The code of the whole city's board; a city needs no screens of its own to have it. */
export const WHOLE_CITY = 'all';
