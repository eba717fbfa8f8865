/*
 * Required before anything else is loaded (`node --require`). `process.nextTick` writes what it is called with into an object with computed keys. Where
 * the collector has gone over the whole heap before V8 compiled that function, as it does while a service's modules are loaded, V8 takes the keys for
 * many different ones from then on, as far as can be told from outside, and each of a request's eight ticks goes the slow way: a tenth of what reading an account costs. Called so often
 * that it is compiled, the function keeps its fast way. It takes some 20 ms; what was measured is in docs/performance.md.
 * A worker thread, which is given the same options, answers no requests.
 */
'use strict';

const { isMainThread } = require('node:worker_threads');

const CALLS = 20_000;

const nothing = () => undefined;
if (isMainThread) {
  for (let i = 0; i < CALLS; i++) {
    process.nextTick(nothing);
    process.nextTick(nothing, i);
    process.nextTick(nothing, i, i);
  }
}
