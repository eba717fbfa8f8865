/** Code of a membership, a document or a criterion. */
export const CODE = /^[a-z][a-z0-9-]{0,39}$/;

/** With its zone, or the same text would be another instant on another machine. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
