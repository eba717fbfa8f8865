/** A person's name or surname: begins with a letter, 60 characters at most, in whatever alphabet. */
export const PERSON_NAME = /^\p{L}[\p{L}\p{M}'’ .-]{0,59}$/u;
