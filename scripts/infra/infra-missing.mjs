/** Thrown where a server can't be had; the message says what is missing and what to do. */
export class InfraMissingError extends Error {}
