import { traced } from './http/request-trace';
import { createLogger } from './logger';

const NAME = 'Nguyễn Văn Bí Mật';
const TRACE = { correlationId: 'a1b2c3d4', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

const lines: Record<string, unknown>[] = [];
const logger = createLogger('test', 'info', { write: (line) => lines.push(JSON.parse(line)) });
beforeEach(() => lines.splice(0));

describe('a line of the log', () => {
  it('names the request that it was written for, and none outside of one', () => {
    traced(logger, TRACE).info('within');
    traced(logger, undefined).info('outside');
    expect(lines).toEqual([
      expect.objectContaining({ service: 'test', msg: 'within', ...TRACE }),
      expect.not.objectContaining({ correlationId: expect.anything() }),
    ]);
  });

  it('of a failed statement has its code and place, and not the names that were sent with it', () => {
    const err = Object.assign(new Error(`invalid input syntax for type date: "${NAME}"`), {
      code: '22007',
      parameters: [NAME],
      detail: NAME,
      driverError: { message: NAME },
    });
    logger.error({ err, correlationId: TRACE.correlationId }, 'unexpected error');
    expect(lines).toEqual([
      expect.objectContaining({ correlationId: TRACE.correlationId, err: expect.objectContaining({ code: '22007' }) }),
    ]);
    expect(JSON.stringify(lines)).not.toContain(NAME);
  });
});
