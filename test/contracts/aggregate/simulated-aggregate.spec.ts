import { newSimulatedPlace } from '../store/simulated-place';
import { aggregateContract } from './aggregate.contract';

aggregateContract('the simulated disk', newSimulatedPlace);
