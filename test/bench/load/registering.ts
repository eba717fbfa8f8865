import { vatNumberOf } from '../../../scripts/tour/vat-number';
import { machineMs } from '../measure/shared-clock';
import { keepStarting, type LoopSpec } from './loops';
import type { Prepared } from './requests';

export interface RegisteringSpec extends LoopSpec {
  readonly token: string;
  /** Requests a second. */
  readonly rate: number;
  /** Number of the first firm; none of them may have been registered before. */
  readonly first: number;
}

/** A firm that was registered, and when the answer said so, in `machineMs`. */
export interface Registered {
  readonly firmId: string;
  readonly atMs: number;
}

/** Registers firms at a rate; those that were due after the warm-up. Throws for another answer than 201. */
export async function registerFirms({ token, rate, first, ...loop }: RegisteringSpec): Promise<readonly Registered[]> {
  const registered: Registered[] = [];
  const measuredFromMs = performance.now() + loop.warmMs;
  let number = first;
  await keepStarting(loop, rate, () => registration(number++, token), (_, { status, body }, startMs) => {
    const atMs = machineMs();
    if (status !== 201) throw new Error(`a registration answered ${status} ${body.toString().slice(0, 300)}`);
    if (startMs < measuredFromMs) return;
    registered.push({ firmId: (JSON.parse(body.toString()) as { firmId: string }).firmId, atMs });
  });
  return registered;
}

function registration(number: number, token: string): Prepared {
  const body = JSON.stringify({ name: `Impresa ${number}`, vatNumber: vatNumberOf([...String(number + 1).padStart(7, '0')].map(Number)), employeesCount: 2, occupatiCount: 3, sector: '14.13', municipality: 'E648', declarationAccepted: true });
  const head = `POST /api/companies/firms HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\nidempotency-key: bench-firm-${number}\r\n`;
  return { text: `${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}` };
}
