import { openOn, type Part } from '../part';
import { logArms } from './arms';
import { LogStage } from './stage';
import { LOG_TARGETS } from './targets';

/** Services on a real broker and a document server, and what kafkajs alone does on the same broker. */
export const logPart: Part = { targets: LOG_TARGETS, open: () => openOn(new LogStage(), logArms) };
