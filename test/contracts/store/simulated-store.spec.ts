import { newSimulatedPlace } from './simulated-place';
import { storeContract } from './store.contract';

storeContract('the simulated disk', newSimulatedPlace);
