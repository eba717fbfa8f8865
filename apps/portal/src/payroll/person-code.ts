/** Shape of a person's code. */
export const PERSON_CODE = /^\s*per_[0-9a-hjkmnp-tv-z]{26}\s*$/;

/** The end of an id, which is enough to tell one from another where there is no name. */
export const shortId = (id: string): string => id.slice(-6).toUpperCase();
