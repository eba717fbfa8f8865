import { openOn, type Part } from '../part';
import { armsOf } from './arms';
import { Stage } from './stage';
import { EMBEDDED_TARGETS } from './targets';

/** One service on one file, over HTTP. */
export const embeddedPart: Part = { targets: EMBEDDED_TARGETS, open: () => openOn(new Stage(), armsOf) };
