/**
 * The edge: problem documents, who is asking, idempotent requests and what an answer means, validation by whitelist. Services
 * declare routes with these and decide nothing here.
 */
export * from './csv/csv-lines';
export * from './csv/csv-table';
export * from './csv/file-table';
export * from './csv/xlsx-lines';
export * from './files/checked-file';
export * from './files/invoice-fields.view';
export * from './files/virus-scanner';
export * from './identity/access.guard';
export * from './identity/authenticator';
export * from './identity/authorise';
export * from './identity/offered-secret';
export * from './identity/per-principal';
export * from './identity/policy';
export * from './identity/principal';
export * from './identity/principal-token';
export * from './idempotency/answer';
export * from './idempotency/answers';
export * from './idempotency/idempotency.interceptor';
export * from './idempotency/key-retention';
export * from './idempotency/request-runner';
export * from './idempotency/when-final';
export { Unkept } from './idempotency/unkept';
export { Untraced } from './idempotency/untraced';
export * from './pdf/pdf-sheet';
export * from './problems/problem-document';
export * from './problems/problem-of-error';
export * from './problems/problem.error';
export * from './problems/problem.filter';
export * from './problems/send-problem';
export * from './validation/calendar-day';
export * from './validation/comma-separated';
export * from './validation/may-be-left-out';
export * from './validation/takes-file';
export * from './validation/validation.pipe';
export * from './validation/page-query.dto';
export * from './validation/position';
