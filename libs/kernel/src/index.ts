/**
 * The kernel: what every other part is written in. Money in cents, instants, ids, JSON that every store keeps the same,
 * deciders, what a file and an electronic invoice are, and the ports through which time and chance come in. No business rule, no dependency but Node's crypto.
 */
export * from './bounded-map';
export * from './remembering';
export * from './dated-rules';
export * from './decider';
export * from './fattura-pa';
export * from './fiscal-code';
export * from './holds';
export * from './ids';
export * from './instant';
export * from './json';
export * from './money';
export * from './ports';
export * from './result';
export * from './rome';
export * from './service-hours';
export * from './sha256';
export * from './sniffed-file';
export * from './rome-clock';
export * from './transfer-reference';
export * from './quiet-hours';
export * from './vat-number';
